/**
 * Which annotations lack a required attribute, as SQL: what `missingAttributes` says, of many at once. Nothing of it is
 * kept, for what is required can change with every edition of the codebook.
 */
import { type Attribute, BETWEEN_CHOICES } from '#app/model/attribute'
import { attributesOf, type Codebook } from '#app/model/codebook'
import type { LabelId } from '#app/model/ids'

/** How annotations `n` that lack something are found. */
export interface Incomplete {
  /** The labels of which annotations may lack something, those that count as them among them; each once. */
  readonly labels: readonly LabelId[]
  /** A condition on an annotation `n` with one of these labels. */
  readonly lacks: string
}

/** @param merged what the annotations of merged labels count as */
export function incompleteIn(codebook: Codebook, merged: ReadonlyMap<LabelId, LabelId>): Incomplete {
  const byMeaning = Map.groupBy(
    codebook.labels.map(({ id }) => id),
    id => merged.get(id) ?? id,
  )
  const found = [...byMeaning].flatMap(([id, labels]) => {
    const borne = attributesOf(codebook, id)
    const lacks = borne.filter(one => one.required).flatMap(one => lacksIt(one, borne))
    return lacks.length > 0 ? [{ labels, lacks: any(lacks) }] : []
  })
  return {
    labels: found.flatMap(({ labels }) => labels),
    lacks: any(
      found.map(({ labels, lacks }) => `n.label in (${labels.map(quoted).join(', ')}) and ${lacks}`),
    ),
  }
}

/** Where an attribute is asked for and has no value; nothing where it is never asked for. */
function lacksIt(attribute: Attribute, borne: readonly Attribute[]): string[] {
  const conditions = [`${jsonOf(attribute)} is null`]
  const passed = new Set([attribute.id])
  for (let { condition } = attribute; condition !== null; ) {
    const { attribute: id, values } = condition
    const other = borne.find(one => one.id === id)
    if (!other || passed.has(other.id)) return []
    passed.add(other.id)
    // A value is the choices between bars, of which none has a bar within.
    const given = `'${BETWEEN_CHOICES}' || ${jsonOf(other)} || '${BETWEEN_CHOICES}'`
    conditions.push(
      any(
        values
          .filter(value => !value.includes(BETWEEN_CHOICES))
          .map(value => `instr(${given}, ${quoted(`${BETWEEN_CHOICES}${value}${BETWEEN_CHOICES}`)}) > 0`),
      ),
    )
    condition = other.condition
  }
  return [conditions.join(' and ')]
}

const any = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.map(one => `(${one})`).join(' or ')})`

/** The ids of attributes are letters, digits, `-` and `_`. */
const jsonOf = ({ id }: Attribute): string => `json_extract(n.attributes, '$."${id}"')`

/** A text in SQL. What comes after U+0000 SQLite would not read. */
const quoted = (text: string): string =>
  `'${text.replaceAll("'", "''").replaceAll('\0', "' || char(0) || '")}'`
