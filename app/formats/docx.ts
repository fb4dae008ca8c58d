import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { Refusal } from '../failure.ts'
import type { Corpus } from './corpus.ts'
import { fileChildren } from './docx/blocks.ts'
import { styles } from './docx/styles.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { report } from './report/report.ts'
import { count } from './report/words.ts'

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

/** The library holds the document in memory whole: so much of a report it may be, in runs of one look, about. */
const MOST = 150_000

/** @throws a refusal (`too-large`) before anything is written */
async function* bytes(corpus: Corpus, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const figures = figuresOf(corpus)
  const size = sizeOf(figures)
  if (size > MOST)
    throw new Refusal(
      'too-large',
      `A Word document of ${count(figures.articles)} articles with ${count(figures.annotations)} annotations would be too large to open. Choose the report as PDF, or the reading copy (HTML), instead.`,
    )
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

/** About how many runs a report of these figures has. */
const sizeOf = ({ sentences, annotations, articles }: Figures): number =>
  sentences + annotations * 10 + articles * 10

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
