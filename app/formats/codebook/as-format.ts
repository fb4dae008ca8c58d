import type { Format } from '../format.ts'
import type { CodebookFormat } from './codebook-format.ts'

/**
 * A codebook file as a format like others, so that dialogs and the command line have one list: it bears the codebook
 * and no article, and what it brings in are labels and attributes.
 *
 * @param id what it is called among the formats
 */
export function asFormat(
  id: string,
  { name, extension, write, read }: CodebookFormat,
  description: string,
): Format {
  return {
    ...{ id, name, description, extension },
    ...{ packaging: 'file', offsets: 'none', losses: ['articles'] },
    *write({ codebook, project }, { at, version }) {
      yield {
        path: `codebook.${extension}`,
        content: [write(codebook, { project: project.name, at, version })],
      }
    },
    ...(read
      ? {
          read: {
            recognises: ([file, ...others]) =>
              file !== undefined &&
              others.length === 0 &&
              isCodebook(extension, file.path, () => file.text()),
            read: ([file]) => ({ labels: [], attributes: [], ...(file && read(file)), articles: [] }),
          },
        }
      : {}),
  }
}

const isCodebook = (extension: string, path: string, text: () => string): boolean =>
  path.toLowerCase().endsWith(`.${extension}`) &&
  (extension !== 'json' || /^\s*\{\s*"format"\s*:\s*"assay-codebook"/.test(text().slice(0, 200)))
