/** From what annotators did to the units that agreement is measured on: sentences that they have judged. */
import type { AnnotatedArticle } from '../formats/corpus.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { AnnotatorId, ArticleId, LabelId } from '../model/ids.ts'
import type { Layer } from '../model/layer.ts'
import type { Range } from '../text/range.ts'
import { type Judged, judgedSentences } from './judged-sentences.ts'
import type { Values } from './square-table.ts'

/** An article and what each coder said about it. A coder is an annotator, or one of two layers of the same person. */
export interface CodedArticle {
  readonly article: ArticleId
  readonly sentences: readonly Range[]
  /** One for each coder, in the same order in every article. */
  readonly layers: readonly Pick<Layer, 'annotations' | 'reviews'>[]
}

/** One sentence with what each coder gave it. */
export interface Unit {
  readonly article: ArticleId
  /** Number of the sentence in its article, from 0. */
  readonly sentence: number
  /** Indices of categories, one for each coder; null where a coder has not judged the sentence. */
  readonly values: Values
  /** When the last of the coders judged it; ISO 8601, UTC. */
  readonly at: string
}

/** What is measured: values of these categories, given by these many coders. */
export interface UnitTable<Category> {
  readonly coders: number
  readonly categories: readonly Category[]
  /** Those that at least two coders have judged. */
  readonly units: readonly Unit[]
}

/** The layers of these annotators in one article. */
export function codedArticle(article: AnnotatedArticle, annotators: readonly AnnotatorId[]): CodedArticle {
  return {
    article: article.article.id,
    sentences: article.sentences,
    layers: annotators.map(annotator => ({
      annotations: article.annotations.filter(one => one.annotator === annotator),
      reviews: article.reviews.filter(one => one.annotator === annotator),
    })),
  }
}

/**
 * The exclusive label of each sentence, null for "nothing to tag", which is a category of its own. Where a
 * coder has several on parts of one sentence, the one that covers most of it counts; of two that cover as
 * much, the first in the codebook.
 */
export function exclusiveLabelUnits(
  articles: Iterable<CodedArticle>,
  codebook: Codebook,
): UnitTable<LabelId | null> {
  const order = new Map(codebook.labels.filter(one => one.exclusive).map((one, index) => [one.id, index]))
  const categories = [null, ...order.keys()]
  return unitTable(
    articles,
    (sentence, annotations) => {
      const covered = new Map<LabelId, number>()
      for (const annotation of annotations) {
        if (!order.has(annotation.label)) continue
        const length = lengthWithin(annotation, sentence)
        covered.set(annotation.label, (covered.get(annotation.label) ?? 0) + length)
      }
      const [longest] = [...covered].sort(
        ([a, lengthA], [b, lengthB]) => lengthB - lengthA || (order.get(a) ?? 0) - (order.get(b) ?? 0),
      )
      return longest ? longest[0] : null
    },
    categories,
  )
}

/** All labels of each sentence as a set, in the order of their ids; the empty set for "nothing to tag". */
export function labelSetUnits(articles: Iterable<CodedArticle>): UnitTable<readonly LabelId[]> {
  const none: readonly LabelId[] = []
  const sets = new Map([['', none]])
  return unitTable(
    articles,
    (_, annotations) => {
      const set = [...new Set(annotations.map(annotation => annotation.label))].sort()
      const known = sets.get(set.join())
      if (known) return known
      sets.set(set.join(), set)
      return set
    },
    [none],
  )
}

/** Whether each sentence has this label, whatever others it has: for labels that exclude nothing. */
export const oneLabelUnits = (articles: Iterable<CodedArticle>, label: LabelId): UnitTable<boolean> =>
  unitTable(articles, (_, annotations) => annotations.some(one => one.label === label), [false, true])

/** Makes units of the sentences that two coders or more have judged; categories beyond the known ones are appended. */
function unitTable<Category>(
  articles: Iterable<CodedArticle>,
  categoryOf: (sentence: Range, annotations: readonly Annotation[]) => Category,
  known: readonly Category[],
): UnitTable<Category> {
  const indices = new Map(known.map((category, index) => [category, index]))
  const units: Unit[] = []
  let coders = 0
  for (const { article, sentences, layers } of articles) {
    coders = Math.max(coders, layers.length)
    const judged = layers.map(layer => judgedSentences(sentences, layer.annotations, layer.reviews))
    for (const [sentence, range] of sentences.entries()) {
      const given = judged.map(coder => coder[sentence] ?? null)
      if (given.filter(one => one !== null).length < 2) continue
      const values = given.map(one => one && indexOf(indices, categoryOf(range, one.annotations)))
      units.push({ article, sentence, values, at: latest(given) })
    }
  }
  return { coders, categories: [...indices.keys()], units }
}

function indexOf<Category>(indices: Map<Category, number>, category: Category): number {
  const known = indices.get(category)
  if (known !== undefined) return known
  indices.set(category, indices.size)
  return indices.size - 1
}

export const latest = (judged: readonly (Judged | null)[]): string =>
  judged.reduce((last, one) => (one && one.at > last ? one.at : last), '')

export const lengthWithin = (a: Range, b: Range): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
