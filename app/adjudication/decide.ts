import type { Annotation } from '../model/annotation.ts'
import { GOLD } from '../model/annotator.ts'
import { canonical } from '../model/canonical.ts'
import type { Codebook } from '../model/codebook.ts'
import { codebookVersion } from '../model/codebook-version.ts'
import { type Decision, type DecisionChoice, decisionId } from '../model/decision.ts'
import type { AnnotationId, AnnotatorId, ArticleId } from '../model/ids.ts'
import type { Edit } from '../model/record.ts'
import { type Review, reviewId } from '../model/review.ts'
import { type GoldAnnotation, goldAnnotations, goldPlace } from './gold-annotations.ts'
import type { SentenceToDecide } from './sentences-to-decide.ts'
import { labelSet } from './statement.ts'
import type { Verdict } from './verdict.ts'

/** Who decides, when and by what. */
export interface Occasion {
  readonly article: ArticleId
  readonly by: AnnotatorId
  /** ISO 8601, UTC. */
  readonly now: string
  readonly codebook: Codebook
  /** Makes an id of a text, always the same of the same: two who decide alike make one annotation. */
  readonly idOf: (text: string) => AnnotationId
}

/** Why it was decided so, and by which rule; all empty by default. */
export type Reasons = Partial<Pick<Decision, 'cause' | 'reason' | 'rule'>>

/**
 * Decides a sentence: the edits that make its gold layer what the verdict says, and put the decision over those that
 * were there. Gold annotations that are as they should be already stay as they are. A verdict that leaves no label is
 * recorded as `none`, with a review in the gold layer.
 *
 * @throws a refusal; see `goldAnnotations`
 */
export function decide(
  sentence: SentenceToDecide,
  verdict: Verdict,
  occasion: Occasion,
  { cause = '', reason = '', rule = '' }: Reasons = {},
): Edit[] {
  const { range, ground } = sentence
  const gold = goldAnnotations(sentence, verdict)
  const decision: Decision = {
    ...{ article: occasion.article, start: range.start, end: range.end },
    ...{ by: occasion.by, at: occasion.now },
    choice: choiceOf(verdict, gold, sentence.decision),
    labels: labelSet(gold),
    ...{ cause, reason, rule, ground },
  }
  return [
    ...annotationEdits(sentence, gold, occasion),
    ...reviewEdits(sentence, gold.length === 0, occasion),
    ...decisionEdits(sentence, decision),
  ]
}

/** What is recorded: without a label `none`, whatever was meant; what stands keeps what it was. */
function choiceOf(
  { choice }: Verdict,
  gold: readonly GoldAnnotation[],
  before: Decision | null,
): DecisionChoice {
  if (gold.length === 0) return 'none'
  if (choice !== 'stand') return choice
  return before && before.choice !== 'none' ? before.choice : 'own'
}

function annotationEdits(
  { gold: { annotations } }: SentenceToDecide,
  wanted: readonly GoldAnnotation[],
  occasion: Occasion,
): Edit[] {
  const there = new Map<string, Annotation>(annotations.map(one => [one.id, one]))
  const puts = wanted.map((one): Edit<'annotation'> => {
    const id = occasion.idOf([occasion.article, GOLD.id, goldPlace(one)].join('/'))
    const known = there.get(id)
    there.delete(id)
    return { kind: 'annotation', id, after: goldRecord(id, one, known, occasion) }
  })
  const removals = [...there.keys()].map((id): Edit => ({ kind: 'annotation', id, after: null }))
  return [...removals, ...puts]
}

/** What is there already, where it says the same. */
function goldRecord(
  id: AnnotationId,
  wanted: GoldAnnotation,
  known: Annotation | undefined,
  { article, now, codebook }: Occasion,
): Annotation {
  const content = { article, annotator: GOLD.id, ...wanted }
  if (known && canonical({ ...known, ...content }) === canonical(known)) return known
  return {
    ...{ id, ...content },
    ...{ codebook: codebookVersion(codebook), created: known?.created ?? now, updated: now },
  }
}

/** Without a label it needs a word that it was judged; with one it needs none. */
function reviewEdits(
  { range: { start, end }, gold: { reviews } }: SentenceToDecide,
  empty: boolean,
  { article, now }: Occasion,
): Edit[] {
  const wanted: Review = { article, annotator: GOLD.id, start, end, judgement: 'read', at: now }
  const id = reviewId(wanted)
  const others = reviews.filter(one => !empty || reviewId(one) !== id)
  const removals = others.map((one): Edit => ({ kind: 'review', id: reviewId(one), after: null }))
  const stands = reviews.some(one => reviewId(one) === id && one.judgement === 'read')
  return empty && !stands ? [...removals, { kind: 'review', id, after: wanted }] : removals
}

/** The decision, in the place of all that reach into the sentence. */
function decisionEdits({ decisions }: SentenceToDecide, decision: Decision): Edit[] {
  const id = decisionId(decision)
  const others = decisions.map(decisionId).filter(one => one !== id)
  return [
    ...others.map((one): Edit => ({ kind: 'decision', id: one, after: null })),
    { kind: 'decision', id, after: decision },
  ]
}
