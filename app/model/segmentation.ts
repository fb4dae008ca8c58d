import { z } from 'zod'
import type { Range } from '../text/range.ts'
import { ArticleId } from './ids.ts'

const range = z.object({ start: z.int().min(0), end: z.int().min(1) }).readonly()

/**
 * The sentences of an article, in order, disjoint, covering all its non-blank text. The annotators of an
 * article share one segmentation.
 */
export const Segmentation = z
  .object({
    article: ArticleId,
    sentences: z.array(range).readonly(),
    /** True once a person has split or joined a sentence. */
    mended: z.boolean(),
  })
  .readonly()

export type Segmentation = z.infer<typeof Segmentation>

/** Whether these ranges are in order, disjoint, of whole characters, and cover all non-blank text. */
export function isSegmentation(text: string, sentences: readonly Range[]): boolean {
  let last = 0
  for (const { start, end } of sentences) {
    if (start < last || end <= start || end > text.length) return false
    if (dividesPair(text, start) || dividesPair(text, end)) return false
    if (text.slice(last, start).trim() !== '' || text.slice(start, end).trim() === '') return false
    last = end
  }
  return text.slice(last).trim() === ''
}

const dividesPair = (text: string, at: number): boolean =>
  /^[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]$/.test(text.charAt(at - 1))

/**
 * The sentences that share text with a range, as a half-open range of indices (from 0): `from` up to but not
 * including `to`. Empty (`from === to`) where the range lies between sentences. O(log n).
 */
export function sentencesIn(sentences: readonly Range[], range: Range): { from: number; to: number } {
  const from = firstWhere(sentences, sentence => sentence.end > range.start)
  const to = firstWhere(sentences, sentence => sentence.start >= range.end)
  return { from, to: Math.max(from, to) }
}

/** Binary search: the first index whose sentence fulfils a condition that, once true, stays true. */
function firstWhere(sentences: readonly Range[], holds: (sentence: Range) => boolean): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (sentence && holds(sentence)) high = middle
    else low = middle + 1
  }
  return low
}
