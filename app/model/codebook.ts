import { z } from 'zod'
import { AttributeId, LabelId } from './ids.ts'

/** Names of the colours in the renderer's tokens; all are told apart by colour-blind eyes (Okabe and Ito 2008). */
export const LabelColour = z.enum(['blue', 'green', 'orange', 'purple', 'sky', 'yellow', 'vermilion', 'grey'])
export type LabelColour = z.infer<typeof LabelColour>

/** One entry of the codebook. */
export const Label = z
  .object({
    id: LabelId,
    name: z.string().trim().min(1).max(100),
    /** What the label means and when it applies, for the annotator in doubt. */
    definition: z.string().max(10_000),
    colour: LabelColour,
    /** The letter that tags with it in the reader; empty for none. Digits follow the order of the labels. */
    key: z.string().regex(/^[a-z]?$/),
    /** An exclusive label stands alone on its range; another exclusive one takes its place. */
    exclusive: z.boolean(),
    /** Place in the codebook, from 0. */
    position: z.int().min(0),
  })
  .readonly()

export type Label = z.infer<typeof Label>

/** What an annotation records beside its label. */
export const Attribute = z
  .object({
    id: AttributeId,
    name: z.string().trim().min(1).max(100),
    definition: z.string().max(10_000),
    type: z.enum(['text', 'date', 'url', 'choice']),
    /** The values of a choice; empty for other types. */
    choices: z.array(z.string().min(1).max(200)).readonly(),
    /** The labels that it belongs to; empty for all. */
    labels: z.array(LabelId).readonly(),
    position: z.int().min(0),
  })
  .readonly()

export type Attribute = z.infer<typeof Attribute>

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

export type Codebook = z.infer<typeof Codebook>

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
  switch (attribute.type) {
    case 'text':
      return undefined
    case 'choice':
      return attribute.choices.includes(value)
        ? undefined
        : `“${attribute.name}” is one of ${attribute.choices.join(', ')}.`
    case 'date':
      return z.iso.date().safeParse(value).success
        ? undefined
        : `“${attribute.name}” is a date such as 2026-11-24.`
    case 'url':
      return z.url({ protocol: /^https?$/ }).safeParse(value).success
        ? undefined
        : `“${attribute.name}” is a web address that begins with https:// or http://.`
  }
}
