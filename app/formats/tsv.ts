import type { Corpus } from './corpus.ts'
import type { Format, GivenFile, WriteOptions } from './format.ts'
import { firstLine, linesOf } from './lines.ts'
import type { ReadCorpus } from './read-corpus.ts'
import { guarded, unguarded } from './table/formula.ts'
import { type GivenRow, isHead, readTable } from './table/read-table.ts'
import { headOf, type Row, rowsOf } from './table/table-rows.ts'

/**
 * The table of the CSV with tabs between cells and a line for every row: no quotes; a backslash, tab or newline
 * within a cell is `\\`, `\t`, `\n` or `\r`, as PostgreSQL and corpus tools write them.
 */
export const tsv: Format = {
  id: 'tsv',
  name: 'TSV',
  description:
    'The same table with tabs between its cells and one line for each row, for command lines and corpus tools.',
  extension: 'tsv',
  packaging: 'file',
  offsets: 'code points',
  options: ['raw'],
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write(corpus, options) {
    yield { path: 'corpus.tsv', content: lines(corpus, options) }
  },
  read: {
    recognises: ([file, ...others]) =>
      file !== undefined &&
      others.length === 0 &&
      /\.(?:tsv|tab)$/i.test(file.path) &&
      isHead(firstLine(file.text()).trimEnd().split('\t')),
    read: ([file]) => (file ? read(file) : { labels: [], attributes: [], articles: [] }),
  },
}

function* lines(corpus: Corpus, { raw }: WriteOptions): Generator<string> {
  const line = (row: Row) =>
    `${row.map(one => (typeof one === 'string' ? escaped(guarded(one, raw)) : one)).join('\t')}\n`
  yield line(headOf(corpus.codebook))
  for (const rows of rowsOf(corpus)) if (rows.length > 0) yield rows.map(line).join('')
}

function read(file: GivenFile): ReadCorpus {
  const [head, ...rest] = [...linesOf(file.text())]
  const cells = (line: string) => line.split('\t').map(cell => unguarded(unescaped(cell)))
  const rows = rest.map(({ line, number }): GivenRow => ({ cells: cells(line), number }))
  return readTable(cells(head?.line ?? ''), rows, 'Line')
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const CHARACTERS: Readonly<Record<string, string>> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' }

const escaped = (cell: string): string =>
  /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, character => ESCAPES[character] ?? character) : cell

const unescaped = (cell: string): string =>
  cell.includes('\\') ? cell.replace(/\\[\\tnr]/g, sequence => CHARACTERS[sequence] ?? sequence) : cell
