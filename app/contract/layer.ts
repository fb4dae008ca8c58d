import { z } from 'zod'
import { type Annotation, AttributeValues, Mentions, Note } from '../model/annotation.ts'
import type { Article } from '../model/article.ts'
import { AnnotationId, ArticleId, LabelId } from '../model/ids.ts'
import type { Progress } from '../model/layer.ts'
import { Judgement, type Review } from '../model/review.ts'
import type { Range } from '../text/range.ts'
import { call, nothing, range, ranges, step } from './call.ts'
import type { Encoded } from './encoded.ts'

/** An article with the annotator's own layer on it. */
export interface OpenArticle {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  readonly annotations: readonly Annotation[]
  readonly reviews: readonly Review[]
  /** Where the annotator was last, as an offset of the text; null where they never were here. */
  readonly position: number | null
}

/** The change is on the disk. */
export interface Saved {
  /** Its place in the project's sequence of changes; null where everything was so already. */
  readonly seq: number | null
  readonly progress: Progress
}

/** The sentences of an article after they were mended; annotations stay on their ranges. */
export interface Mended extends Saved {
  readonly sentences: readonly Range[]
}

export const layerCalls = {
  'article.open': call<Encoded<OpenArticle>>()(z.strictObject({ article: ArticleId })),
  /** The article that the person was in last; null where they were in none that is still there. */
  'article.last': call<ArticleId | null>()(nothing),
  /** Remembers where in an article the person is. */
  'article.leave-mark': call<null>()(z.strictObject({ article: ArticleId, position: z.int().min(0) })),
  /** Puts a label on ranges, each annotation under the id given for it. */
  'layer.tag': step<Saved>()(
    z.strictObject({
      article: ArticleId,
      label: LabelId,
      ranges: z
        .array(z.strictObject({ ...range, id: AnnotationId }))
        .min(1)
        .max(50_000),
    }),
  ),
  /** Takes one label, or all, off ranges. */
  'layer.untag': step<Saved>()(z.strictObject({ article: ArticleId, label: LabelId.nullable(), ranges })),
  /** Takes one annotation away. */
  'layer.remove': step<Saved>()(z.strictObject({ article: ArticleId, annotation: AnnotationId })),
  /** Says something of sentences, or (null) takes back what was said. */
  'layer.review': step<Saved>()(
    z.strictObject({ article: ArticleId, judgement: Judgement.nullable(), ranges }),
  ),
  /** Changes the note and attributes of an annotation, and where it stands. */
  'layer.annotate': step<Saved>()(
    z.strictObject({
      article: ArticleId,
      annotation: AnnotationId,
      note: Note,
      attributes: AttributeValues,
      mentions: Mentions,
      ...range,
    }),
  ),
  /** Splits the sentence that has this offset there, or joins the sentence that has it with the next one. */
  'sentences.mend': step<Mended>()(
    z.strictObject({ article: ArticleId, how: z.enum(['split', 'join']), offset: z.int().min(0) }),
  ),
} as const
