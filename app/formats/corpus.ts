/** What an export is made of: plain values, one article at a time, so that a large corpus never stands in memory. */
import type { Annotation } from '../model/annotation.ts'
import type { Annotator } from '../model/annotator.ts'
import type { Article } from '../model/article.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Project } from '../model/project.ts'
import type { Review } from '../model/review.ts'
import type { Range } from '../text/range.ts'

export interface Corpus {
  readonly project: Project
  readonly codebook: Codebook
  /** Everybody whose annotations may occur. */
  readonly annotators: readonly Annotator[]
  /** One at a time; each walk begins anew. */
  readonly articles: Iterable<AnnotatedArticle>
  /** How many articles there are. */
  readonly count: number
}

export interface AnnotatedArticle {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  /** In reading order. */
  readonly annotations: readonly Annotation[]
  readonly reviews: readonly Review[]
}
