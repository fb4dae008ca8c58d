import type { Edit } from '../model/record.ts'
import { decide, type Occasion } from './decide.ts'
import { type Rule, ruleName, takenBy } from './rule.ts'
import { type DecidedArticle, type SentenceToDecide, sentencesToDecide } from './sentences-to-decide.ts'

/** What a rule comes to, in sentences. */
export interface RuleCounts {
  /** Decided, now or anew. */
  readonly decided: number
  /** A rule had decided them so already, on the same ground. */
  readonly unchanged: number
  /** A person has decided them: no rule touches them. */
  readonly kept: number
  /** The rule leaves them: no majority, or too few have answered. */
  readonly left: number
}

/** What a rule did in a project, or would do. */
export interface RuleReport extends RuleCounts {
  /** In how many articles it decided something. */
  readonly articles: number
}

export const NO_SENTENCES: RuleCounts = { decided: 0, unchanged: 0, kept: 0, left: 0 }

/**
 * Decides all sentences of an article that the rule can, and no person has. What another rule has decided is decided
 * anew, unless it comes to the same on the same ground.
 */
export function byRule(
  article: DecidedArticle,
  rule: Rule,
  occasion: Omit<Occasion, 'article'>,
): { edits: Edit[]; counts: RuleCounts } {
  const edits: Edit[] = []
  const counts = { ...NO_SENTENCES }
  for (const sentence of sentencesToDecide(article, occasion.codebook)) {
    const [fate, made] = ruled(sentence, rule, { ...occasion, article: article.article.id })
    counts[fate]++
    edits.push(...made)
  }
  return { edits, counts }
}

function ruled(
  sentence: SentenceToDecide,
  rule: Rule,
  occasion: Occasion,
): [fate: keyof RuleCounts, edits: readonly Edit[]] {
  if (sentence.decisions.some(({ rule }) => rule === '')) return ['kept', []]
  const annotator = takenBy(rule, sentence)
  if (!annotator) return ['left', []]
  const edits = decide(sentence, { choice: 'take', annotator }, occasion, { rule: ruleName(rule) })
  return stands(sentence, edits) ? ['unchanged', []] : ['decided', edits]
}

/** Whether a decision that holds is there already, and nothing beside it would change. */
function stands({ decision, decisions, stale, gold }: SentenceToDecide, edits: readonly Edit[]): boolean {
  if (!decision || stale || decisions.length > 1) return false
  return edits.every(
    ({ kind, after }) =>
      kind === 'decision' || (kind === 'annotation' && gold.annotations.some(one => one === after)),
  )
}

/** Sums counts of several articles. */
export const addCounts = (a: RuleCounts, b: RuleCounts): RuleCounts => ({
  decided: a.decided + b.decided,
  unchanged: a.unchanged + b.unchanged,
  kept: a.kept + b.kept,
  left: a.left + b.left,
})
