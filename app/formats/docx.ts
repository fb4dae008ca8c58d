import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Corpus } from './corpus.ts'
import { fileChildren } from './docx/blocks.ts'
import { styles } from './docx/styles.ts'
import { figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { refuseBeyond } from './report/limit.ts'
import { report } from './report/report.ts'

/** The report as a document that can be worked on. */
export const docx: Format = {
  id: 'docx',
  name: 'Report (Word)',
  description: 'The report as a document to edit in Word, LibreOffice or Pages.',
  extension: 'docx',
  packaging: 'file',
  offsets: 'none',
  losses: ['ids', 'times', 'control characters'],
  *write(corpus, options) {
    yield { path: 'corpus.docx', content: bytes(corpus, options) }
  },
}

/** The library holds the document in memory whole, and so does whoever opens it: 1.2 GB for so much. */
const MOST = 150_000

/** @throws a refusal (`too-large`) before anything is written */
async function* bytes(corpus: Corpus, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const figures = figuresOf(corpus)
  refuseBeyond(MOST, figures, 'Choose the report as PDF, or the reading copy (HTML), instead.')
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
  yield new Uint8Array(await Packer.toArrayBuffer(document))
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
