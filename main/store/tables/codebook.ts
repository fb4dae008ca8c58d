import type { Database } from 'better-sqlite3'
import type { Attribute } from '#app/model/attribute'
import type { Codebook } from '#app/model/codebook'
import type { Label } from '#app/model/label'
import { plainTable } from './table.ts'

interface LabelRow extends Omit<Label, 'examples' | 'counterexamples' | 'exclusive' | 'retired'> {
  readonly examples: string
  readonly counterexamples: string
  readonly exclusive: number
  readonly retired: number
}

interface AttributeRow extends Omit<Attribute, 'choices' | 'labels' | 'required' | 'condition'> {
  readonly choices: string
  readonly labels: string
  readonly required: number
  readonly condition: string | null
}

const LABEL_COLUMNS = [
  'id',
  'name',
  'summary',
  'definition',
  'inclusion',
  'exclusion',
  'examples',
  'counterexamples',
  'colour',
  'key',
  'parent',
  'exclusive',
  'retired',
  'successor',
  'position',
] as const

const ATTRIBUTE_COLUMNS = [
  'id',
  'name',
  'definition',
  'type',
  'choices',
  'labels',
  'required',
  'preset',
  'condition',
  'position',
] as const

const labelFromRow = (row: LabelRow): Label => ({
  ...row,
  examples: JSON.parse(row.examples),
  counterexamples: JSON.parse(row.counterexamples),
  exclusive: row.exclusive === 1,
  retired: row.retired === 1,
})

const attributeFromRow = (row: AttributeRow): Attribute => ({
  ...row,
  choices: JSON.parse(row.choices),
  labels: JSON.parse(row.labels),
  required: row.required === 1,
  condition: row.condition === null ? null : JSON.parse(row.condition),
})

export function labelTable(db: Database) {
  return plainTable<'label', LabelRow>(db, {
    name: 'labels',
    columns: LABEL_COLUMNS,
    key: ['id'],
    toRow: label => ({
      ...label,
      examples: JSON.stringify(label.examples),
      counterexamples: JSON.stringify(label.counterexamples),
      exclusive: label.exclusive ? 1 : 0,
      retired: label.retired ? 1 : 0,
    }),
    fromRow: labelFromRow,
  })
}

export function attributeTable(db: Database) {
  return plainTable<'attribute', AttributeRow>(db, {
    name: 'attributes',
    columns: ATTRIBUTE_COLUMNS,
    key: ['id'],
    toRow: one => ({
      ...one,
      choices: JSON.stringify(one.choices),
      labels: JSON.stringify(one.labels),
      required: one.required ? 1 : 0,
      condition: one.condition && JSON.stringify(one.condition),
    }),
    fromRow: attributeFromRow,
  })
}

/** Reads the codebook as it stands. */
export function codebookReader(db: Database): () => Codebook {
  const labels = db.prepare<[], LabelRow>(
    `select ${LABEL_COLUMNS.join(', ')} from labels order by position, id`,
  )
  const attributes = db.prepare<[], AttributeRow>(
    `select ${ATTRIBUTE_COLUMNS.join(', ')} from attributes order by position, id`,
  )
  return () => ({
    labels: labels.all().map(labelFromRow),
    attributes: attributes.all().map(attributeFromRow),
  })
}
