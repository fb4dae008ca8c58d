import { Refusal } from '../failure.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotatorId } from '../model/ids.ts'
import type { SentenceToDecide } from './sentences-to-decide.ts'
import { isAnswer, type Statement } from './statement.ts'
import type { Verdict } from './verdict.ts'

/** What makes an annotation of the gold layer, beside what is the same for all of them. */
export type GoldAnnotation = Pick<Annotation, 'label' | 'start' | 'end' | 'note' | 'attributes' | 'mentions'>

/**
 * What the gold layer says of a sentence by this verdict. What is taken keeps note and attributes; a range that goes
 * beyond the sentence ends with it, since each sentence is decided by itself. Of two with the same label on the same
 * range the first stays.
 *
 * @throws a refusal (`conflict`) where an annotator whose labels are taken has given no answer, or nobody any label, or
 *   what is to stand was never decided
 */
export function goldAnnotations(sentence: SentenceToDecide, verdict: Verdict): GoldAnnotation[] {
  switch (verdict.choice) {
    case 'none':
      return []
    case 'own':
      return distinct(verdict.labels.map(one => ({ ...one, ...rangeOf(sentence), mentions: {} })))
    case 'take':
      return within(sentence, answerOf(sentence, verdict.annotator).annotations)
    case 'stand':
      if (sentence.decision) return within(sentence, sentence.gold.annotations)
      throw new Refusal('conflict', 'Nothing has been decided here yet. Take labels, or give one.')
    case 'both': {
      const together = verdict.annotators
        ? verdict.annotators.map(annotator => answerOf(sentence, annotator))
        : sentence.statements
      const found = within(
        sentence,
        together.flatMap(({ annotations }) => annotations),
      )
      if (found.length > 0) return found
      throw new Refusal(
        'conflict',
        'Nobody has labelled this sentence. Decide that it has no label, or give one.',
      )
    }
  }
}

function answerOf({ statements }: SentenceToDecide, annotator: AnnotatorId): Statement {
  const answer = statements.find(one => one.annotator === annotator)
  if (answer && isAnswer(answer)) return answer
  throw new Refusal(
    'conflict',
    'This annotator has not judged the sentence. Take another one’s labels, or give some yourself.',
  )
}

const rangeOf = ({ range: { start, end } }: SentenceToDecide) => ({ start, end })

/** The annotations as far as they lie in the sentence. */
const within = ({ range }: SentenceToDecide, annotations: readonly Annotation[]): GoldAnnotation[] =>
  distinct(
    annotations.map(({ label, start, end, note, attributes, mentions }) => ({
      ...{ label, note, attributes, mentions },
      ...{ start: Math.max(start, range.start), end: Math.min(end, range.end) },
    })),
  )

function distinct(annotations: readonly GoldAnnotation[]): GoldAnnotation[] {
  const found = new Map<string, GoldAnnotation>()
  for (const one of annotations) {
    const place = goldPlace(one)
    if (!found.has(place)) found.set(place, one)
  }
  return [...found.values()]
}

/** What tells the gold annotations of one article apart: two with the same label on the same range are one. */
export const goldPlace = ({ label, start, end }: Pick<Annotation, 'label' | 'start' | 'end'>): string =>
  `${label}/${start}/${end}`
