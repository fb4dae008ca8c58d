import type { Database } from 'better-sqlite3'
import type { Decision } from '#app/model/decision'
import type { ArticleId } from '#app/model/ids'
import { plainTable } from './table.ts'

interface DecisionRow extends Omit<Decision, 'labels'> {
  readonly labels: string
}

const ID = /^(.+)\/(\d+)-(\d+)$/
const COLUMNS = [
  'article',
  'start',
  'end',
  'by',
  'at',
  'choice',
  'labels',
  'cause',
  'reason',
  'rule',
  'ground',
] as const

const fromRow = (row: DecisionRow): Decision => ({ ...row, labels: JSON.parse(row.labels) })

export function decisionTable(db: Database) {
  const columns = COLUMNS.map(column => `"${column}"`).join(', ')
  const ofArticle = db.prepare<[string], DecisionRow>(
    `select ${columns} from decisions where article = ? order by start, "end"`,
  )
  return {
    ...plainTable<'decision', DecisionRow>(db, {
      name: 'decisions',
      columns: COLUMNS,
      key: ['article', 'start', 'end'],
      toRow: decision => ({ ...decision, labels: JSON.stringify(decision.labels) }),
      fromRow,
      keyOf(id) {
        const [, article = '', start, end] = ID.exec(id) ?? []
        return { article, start: Number(start), end: Number(end) }
      },
    }),
    /** The decisions of an article, in order. */
    ofArticle: (article: ArticleId): Decision[] => ofArticle.all(article).map(fromRow),
  }
}
