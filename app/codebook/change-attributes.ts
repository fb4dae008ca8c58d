/** What can be done to the attributes of a codebook. Each gives the codebook after it. */
import { type Attribute, attribute } from '../model/attribute.ts'
import type { Codebook } from '../model/codebook.ts'
import { AttributeId, type LabelId } from '../model/ids.ts'
import { freeId } from './id-of-name.ts'
import { numbered } from './label-tree.ts'

/** What a person says of an attribute. Its id stays, so that values and files keep meaning it. */
export type AttributeTexts = Partial<Omit<Attribute, 'id' | 'position'>>

/** A new attribute of plain text at the end, for all labels or only some. */
export function addAttribute(
  codebook: Codebook,
  name: string,
  labels: readonly LabelId[] = [],
): { readonly codebook: Codebook; readonly id: AttributeId } {
  const { attributes } = codebook
  const id = AttributeId.parse(freeId(name, 'attribute', new Set(attributes.map(one => one.id))))
  const added = attribute({ id, name, labels: [...labels], position: attributes.length })
  return { codebook: { ...codebook, attributes: numbered([...attributes, added]) }, id }
}

/** Changes an attribute; a type without choices loses those that it had. */
export const changeAttribute = (codebook: Codebook, id: AttributeId, texts: AttributeTexts): Codebook => ({
  ...codebook,
  attributes: codebook.attributes.map(one => {
    if (one.id !== id) return one
    const changed = { ...one, ...texts }
    return hasChoices(changed) || changed.choices.length === 0 ? changed : { ...changed, choices: [] }
  }),
})

/** Moves an attribute among the others, by so many places. */
export function moveAttribute(codebook: Codebook, id: AttributeId, by: -1 | 1): Codebook {
  const { attributes } = codebook
  const place = attributes.findIndex(one => one.id === id)
  const moved = attributes[place]
  const to = place + by
  if (!moved || to < 0 || to >= attributes.length) return codebook
  return { ...codebook, attributes: numbered(attributes.toSpliced(place, 1).toSpliced(to, 0, moved)) }
}

/** Takes an attribute away. Its values stay in the annotations, and are seen again when it comes back. */
export const removeAttribute = (codebook: Codebook, id: AttributeId): Codebook => ({
  ...codebook,
  attributes: withoutAttributes(codebook.attributes, new Set([id])),
})

/** Without some, and without conditions on those. */
export const withoutAttributes = (
  attributes: readonly Attribute[],
  goes: ReadonlySet<AttributeId>,
): Attribute[] =>
  numbered(
    attributes
      .filter(one => !goes.has(one.id))
      .map(one => (one.condition && goes.has(one.condition.attribute) ? { ...one, condition: null } : one)),
  )

/** Whether its values are some of a list. */
export const hasChoices = ({ type }: Pick<Attribute, 'type'>): boolean =>
  type === 'choice' || type === 'choices' || type === 'status-history'
