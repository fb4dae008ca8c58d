import type { Database } from 'better-sqlite3'
import type { Annotation } from '#app/model/annotation'
import type { AnnotatorId, ArticleId, LabelId } from '#app/model/ids'
import { plainTable } from './table.ts'

type AnnotationRow = Omit<Annotation, 'attributes' | 'mentions'> & {
  readonly attributes: string
  readonly mentions: string
}

const COLUMNS = [
  'id',
  'article',
  'annotator',
  'label',
  'start',
  'end',
  'attributes',
  'mentions',
  'note',
  'codebook',
  'created',
  'updated',
] as const

/** Reading order: where they begin, longer ones first, then by id. Sorting few rows here costs less than in SQLite. */
const inReadingOrder = (a: Annotation, b: Annotation): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)

const fromRow = (row: AnnotationRow): Annotation => ({
  ...row,
  attributes: row.attributes === '{}' ? {} : JSON.parse(row.attributes),
  mentions: row.mentions === '{}' ? {} : JSON.parse(row.mentions),
})

export function annotationTable(db: Database) {
  const columns = COLUMNS.map(column => `"${column}"`).join(', ')
  const ofArticle = db.prepare<[string], AnnotationRow>(
    `select ${columns} from annotations where article = ?`,
  )
  const ofLayer = db.prepare<[string, string], AnnotationRow>(
    `select ${columns} from annotations where article = ? and annotator = ?`,
  )
  const withLabel = db.prepare<[string], number>('select count(*) from annotations where label = ?').pluck()
  const counts = db.prepare<[], { label: LabelId; annotator: AnnotatorId; count: number }>(
    'select label, annotator, count(*) as count from annotations group by label, annotator order by label, annotator',
  )
  return {
    ...plainTable<'annotation', AnnotationRow>(db, {
      name: 'annotations',
      columns: COLUMNS,
      key: ['id'],
      toRow: annotation => ({
        ...annotation,
        attributes: JSON.stringify(annotation.attributes),
        mentions: JSON.stringify(annotation.mentions),
      }),
      fromRow,
    }),
    /** Everybody's annotations of an article, in reading order. */
    ofArticle: (article: ArticleId): Annotation[] => ofArticle.all(article).map(fromRow).sort(inReadingOrder),
    /** One annotator's annotations of an article, in reading order. */
    ofLayer: (article: ArticleId, annotator: AnnotatorId): Annotation[] =>
      ofLayer.all(article, annotator).map(fromRow).sort(inReadingOrder),
    /** How many annotations have a label, of everybody. */
    withLabel: (label: string): number => withLabel.get(label) ?? 0,
    /** How many annotations there are with each label, by annotator. Scans an index. */
    counts: () => counts.all(),
  }
}
