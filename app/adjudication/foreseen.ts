import { GOLD } from '../model/annotator.ts'
import type { Decision } from '../model/decision.ts'
import { applyToLayer } from '../model/layer.ts'
import type { Edit } from '../model/record.ts'
import { decide, type Occasion, type Reasons } from './decide.ts'
import type { SentenceToDecide } from './sentences-to-decide.ts'
import { statementOf } from './statement.ts'
import type { Verdict } from './verdict.ts'

/**
 * A sentence as it will be once it is decided: what the window shows until main has answered.
 *
 * @throws a refusal where `decide` does
 */
export function foreseen(
  sentence: SentenceToDecide,
  verdict: Verdict,
  occasion: Occasion,
  reasons: Reasons = {},
): SentenceToDecide {
  const edits = decide(sentence, verdict, occasion, reasons)
  const decision = edits.map(decisionOf).find(one => one !== null) ?? null
  const { annotations, reviews } = applyToLayer(
    {
      ...{ article: occasion.article, annotator: GOLD.id },
      ...{ annotations: sentence.gold.annotations, reviews: sentence.gold.reviews },
    },
    edits,
  )
  return {
    ...sentence,
    gold: { ...statementOf(GOLD.id, annotations, reviews), reviews },
    decision,
    decisions: decision ? [decision] : [],
    stale: null,
  }
}

const decisionOf = (edit: Edit): Decision | null => (edit.kind === 'decision' ? edit.after : null)
