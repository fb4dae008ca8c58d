import { z } from 'zod'
import { LabelId } from './ids.ts'

/** Names of the colours in the renderer's tokens; all are told apart by colour-blind eyes (Okabe and Ito 2008). */
export const LabelColour = z.enum(['blue', 'green', 'orange', 'purple', 'sky', 'yellow', 'vermilion', 'grey'])
export type LabelColour = z.infer<typeof LabelColour>

const prose = z.string().max(10_000)
const examples = z.array(z.string().trim().min(1).max(4000)).max(200).readonly().default([])

/** One entry of the codebook. */
export const Label = z
  .object({
    id: LabelId,
    name: z.string().trim().min(1).max(100),
    /** In one line what it means. */
    summary: z.string().max(500).default(''),
    /** What the label means and when it applies, for the annotator in doubt. */
    definition: prose,
    /** What has to hold for it, and what rules it out. */
    inclusion: prose.default(''),
    exclusion: prose.default(''),
    /** Sentences that bear it, and such as seem to and do not. */
    examples,
    counterexamples: examples,
    colour: LabelColour,
    /** The letter that tags with it in the reader; empty for none. Digits follow the order of the labels. */
    key: z.string().regex(/^[a-z]?$/),
    /** The broader label that this is a kind of; null at the top. */
    parent: LabelId.nullable().default(null),
    /** An exclusive label stands alone on its range; another exclusive one takes its place. */
    exclusive: z.boolean(),
    /** A retired label keeps its annotations, but tags nothing any more. */
    retired: z.boolean().default(false),
    /** The label that its annotations count as since it was merged into that one; null where they count as its own. */
    successor: LabelId.nullable().default(null),
    /** Place in the codebook, from 0. */
    position: z.int().min(0),
  })
  .readonly()

export type Label = z.infer<typeof Label>

/** A label with these particulars, and the others as they are in a new one. Throws where they are no label. */
export function label(given: Partial<Label> & Pick<Label, 'id' | 'name' | 'position'>): Label {
  return Label.parse({ definition: '', colour: 'grey', key: '', exclusive: false, ...given })
}
