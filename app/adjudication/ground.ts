/** What a decision was made on: the labels of each annotator on the sentence, and the codebook. */
import type { Codebook } from '../model/codebook.ts'
import { codebookVersion } from '../model/codebook-version.ts'
import type { Decision } from '../model/decision.ts'
import { shortDigest } from '../model/short-digest.ts'
import { type Range, sameRange } from '../text/range.ts'
import { labelSet, type Statement, sameLabels } from './statement.ts'

/** Two digests, so that one can tell which of the two has changed: of the labels, then of the codebook. */
export function groundOf(statements: readonly Statement[], codebook: Codebook): string {
  const said = statements
    .filter(({ says }) => says !== 'not-reviewed')
    .map(({ annotator, says, annotations }) => [annotator, says, ...labelSet(annotations)].join(' '))
    .sort()
  return `${shortDigest(said.join('\n'))}-${codebookVersion(codebook)}`
}

/** Why a decision is one of other days; the first that applies. */
export type Stale =
  /** The sentence was split or joined since. */
  | 'sentence'
  /** An annotator says something else now, or another one has spoken. */
  | 'labels'
  /** The gold layer has other labels than were decided: two decided at once, or it was brought in from outside. */
  | 'gold'
  /** The codebook has changed. */
  | 'codebook'

/** @param ground as it is now; @param gold of the sentence as it is now */
export function staleness(
  decision: Decision,
  sentence: Range,
  ground: string,
  gold: Statement,
): Stale | null {
  if (!sameRange(decision, sentence)) return 'sentence'
  const [labels, codebook] = ground.split('-')
  const [labelsThen, codebookThen] = decision.ground.split('-')
  if (labels !== labelsThen) return 'labels'
  if (gold.says === 'not-reviewed' || !sameLabels(labelSet(gold.annotations), decision.labels)) return 'gold'
  return codebook === codebookThen ? null : 'codebook'
}
