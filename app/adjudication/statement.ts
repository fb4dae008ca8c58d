/** What annotators say of a sentence. */
import type { Annotation } from '../model/annotation.ts'
import type { AnnotatorId, LabelId } from '../model/ids.ts'
import { isFinal, type Review } from '../model/review.ts'

/** What one annotator says of one sentence. */
export interface Statement {
  readonly annotator: AnnotatorId
  /** Labels given; read, and nothing to tag; beyond judging; not reached yet. */
  readonly says: 'labels' | 'nothing' | 'cannot-judge' | 'not-reviewed'
  /** What of theirs overlaps the sentence, in reading order, with note and attributes. */
  readonly annotations: readonly Annotation[]
}

/** @param annotations and @param reviews of this annotator that overlap the sentence */
export function statementOf(
  annotator: AnnotatorId,
  annotations: readonly Annotation[],
  reviews: readonly Review[],
): Statement {
  if (annotations.length > 0) return { annotator, says: 'labels', annotations }
  if (!reviews.some(isFinal)) return { annotator, says: 'not-reviewed', annotations }
  const beyond = reviews.some(review => review.judgement === 'cannot-judge')
  return { annotator, says: beyond ? 'cannot-judge' : 'nothing', annotations }
}

/** Whether it counts as an answer: labels, or the word that there are none. */
export const isAnswer = ({ says }: Statement): boolean => says === 'labels' || says === 'nothing'

/** Each label once, in the order of ids: what is compared between annotators. */
export const labelSet = (annotations: readonly Pick<Annotation, 'label'>[]): LabelId[] =>
  [...new Set(annotations.map(annotation => annotation.label))].sort()

/** Whether two lists of labels, each in the order of ids, are the same. */
export const sameLabels = (a: readonly LabelId[], b: readonly LabelId[]): boolean => a.join() === b.join()
