/** What Assay puts beside a corpus that goes out, if wanted: known again where the corpus comes in. */
import { Codebook } from '../model/codebook.ts'
import { asRead } from './codebook/json.ts'
import type { GivenFile } from './format.ts'
import type { ReadCorpus } from './read-corpus.ts'

export const MANIFEST_FILE = 'manifest.json'
export const CODEBOOK_FILE = 'codebook.json'

/** Whether a file is a manifest of ours, which holds nothing to be read. */
export const isManifest = (file: GivenFile): boolean =>
  isNamed(file, MANIFEST_FILE) &&
  /^\s*\{\s*"format"\s*:\s*"[^"]*",\s*"application"\s*:\s*"Assay /.test(file.text().slice(0, 1000))

/** The codebook that a file beside a corpus is; undefined where it is none. */
export function codebookBeside(file: GivenFile): Pick<ReadCorpus, 'labels' | 'attributes'> | undefined {
  if (!isNamed(file, CODEBOOK_FILE) || !/^\s*\{\s*"labels"\s*:\s*\[/.test(file.text().slice(0, 1000)))
    return undefined
  try {
    const { data } = Codebook.safeParse(JSON.parse(file.text()))
    return data && asRead(data)
  } catch {
    return undefined
  }
}

const isNamed = ({ path }: GivenFile, name: string): boolean => path.slice(path.lastIndexOf('/') + 1) === name
