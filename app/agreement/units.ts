/** From what annotators did to the units that agreement is measured on: sentences that they have judged. */
import type { AnnotatedArticle } from '../formats/corpus.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Article } from '../model/article.ts'
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

/** An article with what each coder said of each of its sentences, in the order of `layers`. */
export interface JudgedArticle extends CodedArticle {
  readonly judged: readonly (readonly (Judged | null)[])[]
}

/** One sentence with what each coder gave it. */
export interface Unit {
  readonly article: ArticleId
  /** Number of the sentence in its article, from 0. */
  readonly sentence: number
  /** The sentence as it stood. */
  readonly range: Range
  /** Indices of categories, one for each coder; null where a coder has not judged the sentence. */
  readonly values: Values
  /** The day on which the last of the coders judged it, in UTC: `2026-11-26`. */
  readonly day: string
}

/** What is measured: values of these categories, given by these many coders. */
export interface UnitTable<Category> {
  readonly coders: number
  readonly categories: readonly Category[]
  /** Those that at least two coders have judged. */
  readonly units: readonly Unit[]
}

/** Makes units of articles as they come, so that a large corpus is never in memory with its annotations. */
export interface UnitCollector<Category> {
  add(article: JudgedArticle): void
  /** All that was added. */
  table(): UnitTable<Category>
}

/** What of an annotated article agreement is computed from. */
export type Codable = Omit<AnnotatedArticle, 'article' | 'text'> & { readonly article: Pick<Article, 'id'> }

/** The layers of these annotators in one article. */
export function codedArticle(article: Codable, annotators: readonly AnnotatorId[]): CodedArticle {
  return {
    article: article.article.id,
    sentences: article.sentences,
    layers: annotators.map(annotator => ({
      annotations: article.annotations.filter(one => one.annotator === annotator),
      reviews: article.reviews.filter(one => one.annotator === annotator),
    })),
  }
}

export const judgedArticle = (article: CodedArticle): JudgedArticle => ({
  ...article,
  judged: article.layers.map(layer => judgedSentences(article.sentences, layer.annotations, layer.reviews)),
})

/** What a collector makes of these articles. */
export function collected<Category>(
  collector: UnitCollector<Category>,
  articles: Iterable<CodedArticle>,
): UnitTable<Category> {
  for (const article of articles) collector.add(judgedArticle(article))
  return collector.table()
}

/**
 * The exclusive label of each sentence, null for "nothing to tag", which is a category of its own. Where a
 * coder has several on parts of one sentence, the one that covers most of it counts; of two that cover as
 * much, the first in the codebook.
 */
export function exclusiveLabels(codebook: Codebook): UnitCollector<LabelId | null> {
  const order = new Map(codebook.labels.filter(one => one.exclusive).map((one, index) => [one.id, index]))
  return sentenceCollector(
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
    [null, ...order.keys()],
  )
}

/** All labels of each sentence as a set, in the order of their ids; the empty set for "nothing to tag". */
export function labelSets(): UnitCollector<readonly LabelId[]> {
  const none: readonly LabelId[] = []
  const sets = new Map([['', none]])
  return sentenceCollector(
    (_, annotations) => {
      const set = [...new Set(annotations.map(annotation => annotation.label))].sort()
      return first<readonly LabelId[]>(sets, set.join(), set)
    },
    [none],
  )
}

/** Whether each sentence has this label, whatever others it has: for labels that exclude nothing. */
export const oneLabel = (label: LabelId): UnitCollector<boolean> =>
  sentenceCollector((_, annotations) => annotations.some(one => one.label === label), [false, true])

export const exclusiveLabelUnits = (
  articles: Iterable<CodedArticle>,
  codebook: Codebook,
): UnitTable<LabelId | null> => collected(exclusiveLabels(codebook), articles)

export const labelSetUnits = (articles: Iterable<CodedArticle>): UnitTable<readonly LabelId[]> =>
  collected(labelSets(), articles)

export const oneLabelUnits = (articles: Iterable<CodedArticle>, label: LabelId): UnitTable<boolean> =>
  collected(oneLabel(label), articles)

/** Makes units of the sentences that two coders or more have judged; categories beyond the known ones are appended. */
function sentenceCollector<Category>(
  categoryOf: (sentence: Range, annotations: readonly Annotation[]) => Category,
  known: readonly Category[],
): UnitCollector<Category> {
  const categories = new Categories(known)
  const { units, keep } = unitKeeper()
  let coders = 0
  return {
    add({ article, sentences, judged }) {
      coders = Math.max(coders, judged.length)
      for (const [sentence, range] of sentences.entries()) {
        const given = judged.map(coder => coder[sentence] ?? null)
        if (given.filter(one => one !== null).length < 2) continue
        const values = given.map(one => one && categories.indexOf(categoryOf(range, one.annotations)))
        keep({ article, sentence, range, values, day: latestDay(given) })
      }
    },
    table: () => ({ coders, categories: categories.all, units }),
  }
}

/**
 * Keeps units. A corpus has millions of them, and few that differ in their values and their day: of those that do not, one
 * copy is kept.
 */
export function unitKeeper(): { readonly units: readonly Unit[]; keep(unit: Unit): void } {
  const units: Unit[] = []
  const known = new Map<string, Values>()
  const days = new Map<string, string>()
  return {
    units,
    keep({ article, sentence, range, values, day }) {
      const shared = { values: first(known, values.join(), values), day: first(days, day, day) }
      units.push({ article, sentence, range, ...shared })
    },
  }
}

/** What was there first under a key. */
function first<V>(known: Map<string, V>, key: string, value: V): V {
  const before = known.get(key)
  if (before !== undefined) return before
  known.set(key, value)
  return value
}

/** Categories by their indices; one that is new gets the next. */
export class Categories<Category> {
  readonly #indices: Map<Category, number>

  constructor(known: readonly Category[]) {
    this.#indices = new Map(known.map((category, index) => [category, index]))
  }

  get all(): Category[] {
    return [...this.#indices.keys()]
  }

  indexOf(category: Category): number {
    const known = this.#indices.get(category)
    if (known !== undefined) return known
    this.#indices.set(category, this.#indices.size)
    return this.#indices.size - 1
  }
}

export const latestDay = (judged: readonly (Judged | null)[]): string =>
  judged.reduce((last, one) => (one && one.at > last ? one.at : last), '').slice(0, 10)

export const lengthWithin = (a: Range, b: Range): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
