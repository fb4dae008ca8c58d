import type { Corpus } from './corpus.ts'
import { figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { heading, paragraph } from './report/block.ts'
import { refuseBeyond } from './report/limit.ts'
import { report } from './report/report.ts'
import { counted } from './report/words.ts'

/** A report to print and to file: figures, codebook, and every article with its annotations. */
export const pdf: Format = {
  id: 'pdf',
  name: 'Report (PDF)',
  description: 'A report to print or send: figures, the codebook, and each article with its annotations.',
  extension: 'pdf',
  packaging: 'file',
  offsets: 'none',
  losses: ['ids', 'times', 'control characters'],
  *write(corpus, options) {
    yield { path: 'corpus.pdf', content: bytes(corpus, options) }
  },
}

/** About 30 000 pages, for which 2.5 GB of memory were used. */
const MOST = 2_600_000

/**
 * Pages go out as they are done. What stays in memory grows by the page: where it is, and its structure.
 *
 * @throws a refusal (`too-large`) before anything is written
 */
async function* bytes(corpus: Corpus, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const { typefaces } = options
  if (!typefaces) throw new Error('A PDF is written with typefaces.')
  const figures = figuresOf(corpus)
  refuseBeyond(MOST, figures, 'Choose the reading copy (HTML) instead, or divide the project.')
  // Loaded when a PDF is written: what draws it is large.
  const [{ BlockDrawer }, { Sheets }] = await Promise.all([
    import('./pdf/draw-block.ts'),
    import('./pdf/sheets.ts'),
  ])
  const sheets = new Sheets(corpus.project.name, options.version, options.at, typefaces)
  const drawer = new BlockDrawer(sheets)
  for (const block of report(corpus, figures, options)) {
    drawer.draw(block)
    yield* sheets.done()
  }
  if (sheets.faces.missing > 0) for (const block of missingBlocks(sheets.faces.missing)) drawer.draw(block)
  sheets.end()
  yield* sheets.done()
}

const missingBlocks = (missing: number) => [
  heading(1, 'Characters that are missing'),
  paragraph(
    'prose',
    `This computer had no typeface for ${counted(missing, 'character')}, which stand here as “·”. The reading copy (HTML) and the other formats have them.`,
  ),
]
