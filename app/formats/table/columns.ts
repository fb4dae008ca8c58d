/** What the columns of the table are called: the fixed ones, then those of the attributes. */

/** The columns before those of the attributes. */
export const COLUMNS = [
  'article_id',
  'title',
  'source',
  'author',
  'url',
  'published',
  'language',
  'sentence',
  'sentence_start',
  'sentence_end',
  'sentence_text',
  'space_before',
  'space_after',
  'start',
  'end',
  'text',
  'annotator',
  'annotator_id',
  'label',
  'label_name',
  'annotation_id',
  'annotation_start',
  'annotation_end',
  'judgement',
  'note',
  'created',
  'updated',
] as const

export type Column = (typeof COLUMNS)[number]

const FIXED: ReadonlySet<string> = new Set(COLUMNS)

/** In front of the id of an attribute that is called as another column is. */
const PREFIX = 'attribute_'

/**
 * The column of an attribute: its id, or `attribute_…` where a column of that name is another thing.
 *
 * @param ids of all attributes
 */
export const columnOf = (id: string, ids: ReadonlySet<string>): string =>
  isTaken(id, ids) ? PREFIX + id : id

/** The column that says where in the article the value stands that is in this one. */
export const placeOf = (column: string): string => `${column}_at`

/** Where in a row the value of an attribute stands, and where its place does; the latter -1 for none. */
export interface AttributeColumn {
  readonly id: string
  readonly value: number
  readonly place: number
}

/**
 * The columns of attributes in a head, the other way about. A fixed name that comes again is an attribute too: so
 * wrote Assay before such columns had a name of their own.
 */
export function attributesIn(head: readonly string[]): AttributeColumn[] {
  const others = head.flatMap((name, index) =>
    FIXED.has(name) && head.indexOf(name) === index ? [] : [{ name, index }],
  )
  const at = new Map(others.map(({ name, index }) => [name, index]))
  const values = others.filter(({ name }) => !(name.endsWith('_at') && at.has(name.slice(0, -3))))
  const ids = new Set(values.map(({ name }) => name))
  return values.map(({ name, index }) => ({
    id: name.startsWith(PREFIX) && isTaken(name.slice(PREFIX.length), ids) ? name.slice(PREFIX.length) : name,
    value: index,
    place: at.get(placeOf(name)) ?? -1,
  }))
}

/**
 * Whether an id, less what stands in front of it for that reason, is the name of a fixed column, or of the one
 * beside another attribute. (`attribute_source` is then `attribute_attribute_source`, so that each is told apart.)
 */
function isTaken(id: string, ids: ReadonlySet<string>): boolean {
  const bare = id.replace(/^(?:attribute_)+/, '')
  if (FIXED.has(bare)) return true
  return bare.endsWith('_at') && ids.has(bare.slice(0, -3)) && !FIXED.has(bare.slice(0, -3))
}
