import type { Database } from 'better-sqlite3'
import type { Attribute, Codebook, Label } from '#app/model/codebook'
import { plainTable } from './table.ts'

type LabelRow = Omit<Label, 'exclusive'> & { readonly exclusive: number }
type AttributeRow = Omit<Attribute, 'choices' | 'labels'> & {
  readonly choices: string
  readonly labels: string
}

const labelFromRow = (row: LabelRow): Label => ({ ...row, exclusive: row.exclusive === 1 })
const attributeFromRow = (row: AttributeRow): Attribute => ({
  ...row,
  choices: JSON.parse(row.choices),
  labels: JSON.parse(row.labels),
})

export function labelTable(db: Database) {
  return plainTable<'label', LabelRow>(db, {
    name: 'labels',
    columns: ['id', 'name', 'definition', 'colour', 'key', 'exclusive', 'position'],
    key: ['id'],
    toRow: label => ({ ...label, exclusive: label.exclusive ? 1 : 0 }),
    fromRow: labelFromRow,
  })
}

export function attributeTable(db: Database) {
  return plainTable<'attribute', AttributeRow>(db, {
    name: 'attributes',
    columns: ['id', 'name', 'definition', 'type', 'choices', 'labels', 'position'],
    key: ['id'],
    toRow: one => ({ ...one, choices: JSON.stringify(one.choices), labels: JSON.stringify(one.labels) }),
    fromRow: attributeFromRow,
  })
}

/** Reads the codebook as it stands. */
export function codebookReader(db: Database): () => Codebook {
  const labels = db.prepare<[], LabelRow>(
    'select id, name, definition, colour, key, exclusive, position from labels order by position, id',
  )
  const attributes = db.prepare<[], AttributeRow>(
    'select id, name, definition, type, choices, labels, position from attributes order by position, id',
  )
  return () => ({
    labels: labels.all().map(labelFromRow),
    attributes: attributes.all().map(attributeFromRow),
  })
}
