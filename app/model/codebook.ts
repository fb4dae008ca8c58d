import { z } from 'zod'
import { Attribute, valueProblem } from './attribute.ts'
import type { LabelId } from './ids.ts'
import { Label } from './label.ts'

/** The labels and attributes of a project, each in their order. */
export const Codebook = z
  .object({ labels: z.array(Label).min(1).readonly(), attributes: z.array(Attribute).readonly() })
  .readonly()
  .refine(
    book => new Set(book.labels.map(label => label.id)).size === book.labels.length,
    'label ids are unique',
  )
  .refine(
    book => new Set(book.attributes.map(one => one.id)).size === book.attributes.length,
    'attribute ids are unique',
  )
  .refine(
    book => book.labels.every(label => !ancestorsOf(book.labels, label.id).includes(label.id)),
    'no label is a kind of itself',
  )

export type Codebook = z.infer<typeof Codebook>

/** The broader labels of a label, the nearest first. A circle ends where it closes. */
export function ancestorsOf(labels: readonly Label[], id: LabelId): LabelId[] {
  const parents = new Map(labels.map(label => [label.id, label.parent]))
  const found: LabelId[] = []
  for (let parent = parents.get(id); parent && !found.includes(parent); parent = parents.get(parent)) {
    found.push(parent)
  }
  return found
}

/** The attributes that an annotation with this label can have, in their order. */
export const attributesOf = ({ attributes }: Codebook, label: LabelId): Attribute[] =>
  attributes.filter(one => one.labels.length === 0 || one.labels.includes(label))

/**
 * What stands against this value of an attribute on an annotation with this label, as a sentence for a
 * person; undefined where nothing does.
 */
export function attributeProblem(
  codebook: Codebook,
  label: LabelId,
  id: string,
  value: string,
): string | undefined {
  const attribute = codebook.attributes.find(one => one.id === id)
  if (!attribute)
    return `The codebook has no attribute “${id}”; it has ${codebook.attributes.map(one => one.id).join(', ') || 'none'}.`
  if (attribute.labels.length > 0 && !attribute.labels.includes(label)) {
    return `“${attribute.name}” is recorded for ${attribute.labels.join(', ')} only, not for ${label}.`
  }
  return valueProblem(attribute, value)
}
