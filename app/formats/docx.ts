import { Document, Packer } from 'docx'
import { Refusal } from '../failure.ts'
import type { Corpus } from './corpus.ts'
import { partsOf } from './docx/parts.ts'
import { STYLES } from './docx/styles.ts'
import { figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { report } from './report/report.ts'

/** A document stands in memory until it is written, and so it does in the program that opens it. */
const MOST_ARTICLES = 2000

/** The report of the PDF, as a document to be written on. */
export const docx: Format = {
  id: 'docx',
  name: 'Report (Word)',
  description: `The same report for Word and LibreOffice, to write on; up to ${MOST_ARTICLES.toLocaleString('en')} articles.`,
  extension: 'docx',
  packaging: 'file',
  offsets: 'none',
  losses: ['ids', 'times', 'control characters'],
  *write(corpus, options) {
    yield { path: 'corpus.docx', content: bytes(corpus, options) }
  },
}

async function* bytes(corpus: Corpus, options: WriteOptions): AsyncGenerator<Uint8Array> {
  if (corpus.count > MOST_ARTICLES)
    throw new Refusal(
      'too-large',
      `A report for Word takes ${MOST_ARTICLES.toLocaleString('en')} articles, and there are ${corpus.count.toLocaleString('en')}. Export a part of them, or a PDF.`,
    )
  const document = new Document({
    title: corpus.project.name,
    creator: `Assay ${options.version}`,
    styles: STYLES,
    sections: [{ children: [...report(corpus, figuresOf(corpus), options)].flatMap(partsOf) }],
  })
  yield await Packer.pack(document, 'uint8array')
}
