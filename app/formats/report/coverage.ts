/** What each annotator has said of each sentence of an article. */
import type { AnnotatorId } from '../../model/ids.ts'
import type { Judgement } from '../../model/review.ts'
import { sentencesIn } from '../../model/segmentation.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'

/** A label; a word that there is none, that it cannot be judged, or that it is difficult; nothing. */
export type Standing = 'tagged' | Judgement | 'open'

/** By annotator, for each sentence in order; those who said nothing of the article are not in it. */
export type Coverage = ReadonlyMap<AnnotatorId, readonly Standing[]>

/** A sentence with a label is tagged, whatever else was said of it. O(sentences × annotators + annotations). */
export function coverageOf({ sentences, annotations, reviews }: AnnotatedArticle): Coverage {
  const coverage = new Map<AnnotatorId, Standing[]>()
  const of = (annotator: AnnotatorId): Standing[] => {
    const known = coverage.get(annotator)
    if (known) return known
    const none = sentences.map((): Standing => 'open')
    coverage.set(annotator, none)
    return none
  }
  for (const review of reviews) {
    const { from, to } = sentencesIn(sentences, review)
    of(review.annotator).fill(review.judgement, from, to)
  }
  for (const [annotator, theirs] of Map.groupBy(annotations, one => one.annotator)) {
    const standings = of(annotator)
    touched(sentences, theirs).forEach((is, index) => {
      if (is) standings[index] = 'tagged'
    })
  }
  return coverage
}

/** For each sentence whether one of the ranges reaches into it; long ranges cost no more than short ones. */
function touched(sentences: readonly Range[], ranges: readonly Range[]): boolean[] {
  const steps = new Int32Array(sentences.length + 1)
  for (const range of ranges) {
    const { from, to } = sentencesIn(sentences, range)
    steps[from] = (steps[from] ?? 0) + 1
    steps[to] = (steps[to] ?? 0) - 1
  }
  let depth = 0
  return sentences.map((_, index) => {
    depth += steps[index] ?? 0
    return depth > 0
  })
}
