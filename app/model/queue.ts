/** Queues: the sentences of a corpus that wait for the same thing, in the order of the library as imported. */
import { z } from 'zod'
import type { Range } from '../text/range.ts'
import type { Annotation } from './annotation.ts'
import { missingAttributes } from './asked.ts'
import type { Codebook } from './codebook.ts'
import { type ArticleId, LabelId } from './ids.ts'
import { touched } from './layer.ts'
import { isFinal, type Review } from './review.ts'
import { sentencesIn } from './segmentation.ts'

/**
 * - `unread`: neither tagged nor said anything final of, by the annotator
 * - `flagged`: said to be difficult, by the annotator or by anybody
 * - `cannot-judge`: said to be beyond judging by the annotator, and not tagged
 * - `label`: where an annotation of the annotator with this label begins
 * - `to-look-at`: where one begins that was given when the codebook said something else of it
 * - `incomplete`: where one begins that lacks a required attribute
 */
export const Queue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unread') }),
  z.strictObject({ kind: z.literal('flagged'), by: z.enum(['me', 'everybody']) }),
  z.strictObject({ kind: z.literal('cannot-judge') }),
  z.strictObject({ kind: z.literal('label'), label: LabelId }),
  z.strictObject({ kind: z.literal('to-look-at') }),
  z.strictObject({ kind: z.literal('incomplete') }),
])
export type Queue = z.infer<typeof Queue>

export type Direction = 'next' | 'previous'

/** A sentence of the corpus. */
export interface SentencePlace {
  readonly article: ArticleId
  /** UTF-16 units of the article's text. */
  readonly range: Range
}

/** What a queue looks at in an article: the annotator's annotations, and their reviews (or everybody's). */
export interface Waiting {
  readonly sentences: readonly Range[]
  /** With the labels that they count as; of what is to be looked at again, only such annotations. */
  readonly annotations: readonly (Range & Pick<Annotation, 'label' | 'attributes'>)[]
  readonly reviews: readonly (Range & Pick<Review, 'judgement'>)[]
  readonly codebook: Codebook
}

/** The sentences of an article that are in a queue, as indices from 0, in order. O(sentences + marks), plus sorting. */
export function sentencesInQueue(
  queue: Queue,
  { sentences, annotations, reviews, codebook }: Waiting,
): number[] {
  switch (queue.kind) {
    case 'unread': {
      const tagged = touched(sentences, annotations)
      const done = touched(sentences, reviews.filter(isFinal))
      return indicesWhere(sentences, index => !tagged[index] && !done[index])
    }
    case 'flagged': {
      const flagged = touched(
        sentences,
        reviews.filter(one => one.judgement === 'difficult'),
      )
      return indicesWhere(sentences, index => flagged[index] === 1)
    }
    case 'cannot-judge': {
      const tagged = touched(sentences, annotations)
      const beyond = touched(
        sentences,
        reviews.filter(one => one.judgement === 'cannot-judge'),
      )
      return indicesWhere(sentences, index => beyond[index] === 1 && !tagged[index])
    }
    case 'label':
      return beginningsOf(
        sentences,
        annotations.filter(one => one.label === queue.label),
      )
    case 'incomplete':
      return beginningsOf(
        sentences,
        annotations.filter(one => missingAttributes(codebook, one).length > 0),
      )
    case 'to-look-at':
      return beginningsOf(sentences, annotations)
  }
}

/** The sentences in which some ranges begin, each once, in order. */
function beginningsOf(sentences: readonly Range[], ranges: readonly Range[]): number[] {
  const found = new Set<number>()
  for (const range of ranges) {
    const { from, to } = sentencesIn(sentences, range)
    if (from < to) found.add(from)
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * The first of some sentences that begins after an offset, or the last that begins before it; with `null` for the offset
 * the first or last of all.
 */
export function beside(
  sentences: readonly Range[],
  indices: readonly number[],
  offset: number | null,
  direction: Direction,
): number | undefined {
  const startOf = (index: number): number => sentences[index]?.start ?? 0
  return direction === 'next'
    ? indices.find(index => offset === null || startOf(index) > offset)
    : indices.findLast(index => offset === null || startOf(index) < offset)
}

const indicesWhere = (sentences: readonly Range[], holds: (index: number) => boolean): number[] =>
  sentences.flatMap((_, index) => (holds(index) ? [index] : []))
