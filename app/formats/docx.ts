import type { Corpus } from './corpus.ts'
import { figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { refuseBeyond } from './report/limit.ts'

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
  const { documentOf } = await import('./docx/document.ts')
  yield await documentOf(corpus, figures, options)
}
