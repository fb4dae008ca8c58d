/** The document of a report, made by the library. It is loaded when one is written: it is large. */
import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Corpus } from '../corpus.ts'
import type { Figures } from '../figures.ts'
import type { WriteOptions } from '../format.ts'
import { report } from '../report/report.ts'
import { fileChildren } from './blocks.ts'
import { styles } from './styles.ts'

/** The bytes of the file. */
export async function documentOf(
  corpus: Corpus,
  figures: Figures,
  options: WriteOptions,
): Promise<Uint8Array> {
  const document = new Document({
    title: corpus.project.name,
    creator: `Assay ${options.version}`,
    lastModifiedBy: `Assay ${options.version}`,
    styles,
    sections: [
      {
        footers: { default: footer() },
        properties: { titlePage: true },
        children: [...report(corpus, figures, options)].flatMap(fileChildren),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        style: 'cell',
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  })
