import type { Annotation } from '../../model/annotation.ts'
import { overlaps, type Range } from '../../text/range.ts'

/** For each sentence, in order, the labels of the annotations that reach into it, each once. */
export function labelsOfSentences(
  sentences: readonly Range[],
  annotations: readonly Annotation[],
): ReadonlySet<string>[] {
  const labels = sentences.map(() => new Set<string>())
  const sorted = annotations.toSorted((a, b) => a.start - b.start)
  let first = 0
  for (const annotation of sorted) {
    while ((sentences[first]?.end ?? Number.POSITIVE_INFINITY) <= annotation.start) first++
    for (let index = first; index < sentences.length; index++) {
      const sentence = sentences[index]
      if (!sentence || !overlaps(sentence, annotation)) break
      labels[index]?.add(annotation.label)
    }
  }
  return labels
}
