import type { Codebook } from '../model/codebook.ts'
import type { Decision } from '../model/decision.ts'
import type { AnnotatorId, LabelId } from '../model/ids.ts'
import { type DecidedArticle, sentencesToDecide } from './sentences-to-decide.ts'
import { labelSet, type Statement, sameLabels } from './statement.ts'

/** A decided sentence of which one annotator said something else than was decided. */
export interface Difference extends Pick<Decision, 'cause' | 'reason'> {
  /** Its number in the article, from 0. */
  readonly sentence: number
  readonly text: string
  readonly theirs: Statement
  /** In the order of ids; empty for no label. */
  readonly gold: readonly LabelId[]
}

/** The sentences of an article on which an annotator and the gold layer differ, and how many were compared. */
export function differences(
  article: DecidedArticle,
  annotator: AnnotatorId,
  codebook: Codebook,
): { compared: number; differing: Difference[] } {
  let compared = 0
  const differing: Difference[] = []
  for (const { sentence, range, statements, gold, decision } of sentencesToDecide(article, codebook)) {
    const theirs = statements.find(one => one.annotator === annotator)
    if (!decision || !theirs || theirs.says === 'not-reviewed') continue
    compared++
    const goldLabels = labelSet(gold.annotations)
    if (theirs.says !== 'cannot-judge' && sameLabels(labelSet(theirs.annotations), goldLabels)) continue
    const text = article.text.slice(range.start, range.end)
    const { cause, reason } = decision
    differing.push({ sentence, text, theirs, gold: goldLabels, cause, reason })
  }
  return { compared, differing }
}
