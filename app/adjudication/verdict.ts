import { z } from 'zod'
import { AttributeValues, Note } from '../model/annotation.ts'
import { AnnotatorId, LabelId } from '../model/ids.ts'

/** What somebody decides of a sentence. */
export const Verdict = z.discriminatedUnion('choice', [
  /** One annotator's labels are taken, with note and attributes. */
  z.strictObject({ choice: z.literal('take'), annotator: AnnotatorId }),
  /** Other labels are given, on the whole sentence. */
  z.strictObject({
    choice: z.literal('own'),
    labels: z
      .array(
        z.strictObject({
          label: LabelId,
          note: Note.default(''),
          attributes: AttributeValues.default({}),
        }),
      )
      .min(1)
      .max(100)
      .readonly(),
  }),
  /** No label is right. */
  z.strictObject({ choice: z.literal('none') }),
  /** The labels of these annotators can stand together; null for all who gave any. */
  z.strictObject({
    choice: z.literal('both'),
    annotators: z.array(AnnotatorId).min(2).readonly().nullable().default(null),
  }),
  /** What the gold layer has stands, on the ground of today: to confirm a decision of other days, or to say its cause. */
  z.strictObject({ choice: z.literal('stand') }),
])
export type Verdict = z.infer<typeof Verdict>
