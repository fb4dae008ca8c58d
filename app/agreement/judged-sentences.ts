import type { Annotation } from '../model/annotation.ts'
import { isFinal, type Review } from '../model/review.ts'
import { overlaps, type Range } from '../text/range.ts'

/** A sentence that a coder has judged: tagged, or read and found nothing to tag. */
export interface Judged {
  /** Everything that overlaps the sentence, in reading order; empty for "nothing to tag". */
  readonly annotations: readonly Annotation[]
  /** When it was judged, or last changed; ISO 8601, UTC. */
  readonly at: string
}

/**
 * What one coder said of each sentence. Null where it is missing data: not reached yet, left as difficult, or said to be
 * beyond judging, and not tagged. An annotation or a review belongs to every sentence that it overlaps, as in
 * `progressOf`.
 *
 * @param sentences in their order, none overlapping another
 */
export function judgedSentences(
  sentences: readonly Range[],
  annotations: readonly Annotation[],
  reviews: readonly Review[],
): (Judged | null)[] {
  const tags = bySentence(sentences, annotations)
  const words = bySentence(sentences, reviews.filter(isFinal))
  return sentences.map((_, index) => {
    const tagged = tags[index] ?? []
    const said = words[index] ?? []
    const beyond = said.some(review => review.judgement === 'cannot-judge')
    if (tagged.length === 0 && (beyond || said.length === 0)) return null
    const times = [...tagged.map(annotation => annotation.updated), ...said.map(review => review.at)]
    return { annotations: tagged, at: times.reduce((last, time) => (time > last ? time : last), '') }
  })
}

/** For each sentence the ranges that overlap it, in reading order. */
export function bySentence<R extends Range>(
  sentences: readonly Range[],
  ranges: readonly R[],
): (readonly R[])[] {
  const found = sentences.map((): R[] => [])
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)
  let first = 0
  for (const range of sorted) {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= range.start) first++
    for (let index = first; index < sentences.length; index++) {
      const sentence = sentences[index]
      if (!sentence || sentence.start >= range.end) break
      if (overlaps(sentence, range)) found[index]?.push(range)
    }
  }
  return found
}
