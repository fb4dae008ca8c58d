import type { Database } from 'better-sqlite3'
import type { Annotation } from '#app/model/annotation'
import { GOLD } from '#app/model/annotator'
import { LONGEST_VALUE } from '#app/model/attribute'
import { BIN } from '#app/model/collection'
import type { AnnotatorId, ArticleId, LabelId } from '#app/model/ids'
import type { Range } from '#app/text/range'
import { knownValueKeeper } from './known-values.ts'
import { standingKeeper } from './standings.ts'
import { plainTable, type Table } from './table.ts'

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
  const near = db.prepare<[string, string, number, number], AnnotationRow>(
    `select ${columns} from annotations where article = ? and annotator = ? and start < ? and "end" > ?`,
  )
  const withLabel = db.prepare<[string], number>('select count(*) from annotations where label = ?').pluck()
  const counts = db.prepare<[], { label: LabelId; annotator: AnnotatorId; count: number }>(
    `select label, annotator, count(*) as count from annotations
    where article not in (select article from memberships where collection = '${BIN.id}')
    group by label, annotator order by label, annotator`,
  )
  const counted = successors(db)
  const plain = plainTable<'annotation', AnnotationRow>(db, {
    name: 'annotations',
    columns: COLUMNS,
    key: ['id'],
    toRow: annotation => ({
      ...annotation,
      attributes: JSON.stringify(annotation.attributes),
      mentions: JSON.stringify(annotation.mentions),
    }),
    fromRow,
  })
  const read = (rows: AnnotationRow[]): Annotation[] => {
    const as = counted()
    const annotations = rows.map(fromRow).sort(inReadingOrder)
    if (as.size === 0) return annotations
    return annotations.map(one => ({ ...one, label: as.get(one.label) ?? one.label }))
  }
  return {
    ...withValues(db, plain),
    /** Everybody's annotations of an article, in reading order, each with the label that it counts as. */
    ofArticle: (article: ArticleId): Annotation[] => read(ofArticle.all(article)),
    /** One annotator's annotations of an article, in reading order, each with the label that it counts as. */
    ofLayer: (article: ArticleId, annotator: AnnotatorId): Annotation[] =>
      read(ofLayer.all(article, annotator)),
    /** One annotator's annotations that overlap a range. Costs what is found, not what the layer has. */
    overlapping: (article: ArticleId, annotator: AnnotatorId, { start, end }: Range): Annotation[] =>
      read(near.all(article, annotator, end, start)),
    /** How many annotations have a label, of everybody. */
    withLabel: (label: string): number => withLabel.get(label) ?? 0,
    /** The labels whose annotations count as this one's: itself, and those merged into it. */
    countingAs(label: LabelId): LabelId[] {
      const as = counted()
      const merged = [...as].flatMap(([id, last]) => (last === label ? [id] : []))
      return as.has(label) ? merged : [label, ...merged]
    },
    /** How many annotations there are with each label, by annotator, but for articles in the bin. Scans an index. */
    counts: () => counts.all(),
  }
}

/** What the annotations of merged labels count as. A label that leads back to itself stays as it is. */
export function successors(db: Database): () => ReadonlyMap<LabelId, LabelId> {
  const merged = db.prepare<[], { id: LabelId; successor: LabelId }>(
    'select id, successor from labels where successor is not null',
  )
  return () => {
    const direct = new Map(merged.all().map(({ id, successor }) => [id, successor]))
    return new Map(
      [...direct.keys()].flatMap((id): [LabelId, LabelId][] => {
        const passed = new Set([id])
        let last = id
        for (let next = direct.get(last); next && !passed.has(next); next = direct.get(last)) {
          passed.add(next)
          last = next
        }
        return direct.has(last) ? [] : [[id, last]]
      }),
    )
  }
}

/** Keeps what is derived from annotations in step with the table: the values of their attributes, their labels, and where they stand. */
function withValues(db: Database, table: Table<'annotation'>): Table<'annotation'> {
  const valuesOf = db.prepare<[string], { attribute: string; value: string; annotator: string }>(
    'select attribute, value, annotator from attribute_values where annotation = ?',
  )
  const forget = db.prepare('delete from attribute_values where annotation = ? and attribute = ?')
  const learn = db.prepare(
    `insert into attribute_values (annotation, attribute, value, annotator, article, key)
    select ?, ?, ?, ?, id, key from articles where id = ?`,
  )
  const labels = labelsOfArticles(db)
  const known = knownValueKeeper(db)
  const standings = standingKeeper(db)

  function forgetAll(id: string, stays: (attribute: string, value: string) => boolean): Set<string> {
    const staying = new Set<string>()
    for (const { attribute, value, annotator } of valuesOf.all(id)) {
      if (stays(attribute, value)) staying.add(attribute)
      else {
        forget.run(id, attribute)
        if (annotator !== GOLD.id) known.forget(attribute, value)
      }
    }
    return staying
  }

  return {
    ...{ get: table.get, version: table.version },
    put(annotation, revision, seen) {
      const { id, article, annotator, attributes, label } = annotation
      const before = labels.of(id)
      table.put(annotation, revision, seen)
      const staying = forgetAll(
        id,
        (attribute, value) => new Map(Object.entries(attributes)).get(attribute) === value,
      )
      for (const [attribute, value] of Object.entries(attributes)) {
        if (staying.has(attribute) || value.length > LONGEST_VALUE) continue
        learn.run(id, attribute, value, annotator, article)
        if (annotator !== GOLD.id) known.learn(attribute, value)
      }
      standings.put(annotation)
      if (before?.label === label && before.article === article) return
      labels.learn(label, article)
      if (before) labels.forget(before.label, before.article)
    },
    remove(id) {
      const before = labels.of(id)
      forgetAll(id, () => false)
      standings.remove(id)
      table.remove(id)
      if (before) labels.forget(before.label, before.article)
    },
  }
}

/** Which labels there are in each article, in step with the annotations. */
function labelsOfArticles(db: Database) {
  const of = db.prepare<[string], Pick<Annotation, 'label' | 'article'>>(
    'select label, article from annotations where id = ?',
  )
  const learn = db.prepare(
    'insert or ignore into article_labels (label, key) select ?, key from articles where id = ?',
  )
  const forget = db.prepare<{ label: string; article: string }>(`
    delete from article_labels where label = @label and key = (select key from articles where id = @article)
      and not exists (select 1 from annotations where label = @label and article = @article)`)
  return {
    /** What the annotation with this id says now. */
    of: (id: string) => of.get(id),
    learn: (label: string, article: string): void => void learn.run(label, article),
    /** Where the article has no other annotation with the label. */
    forget: (label: string, article: string): void => void forget.run({ label, article }),
  }
}
