import { decide, type Reasons } from '#app/adjudication/decide'
import { type SentenceToDecide, sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import type { Verdict } from '#app/adjudication/verdict'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { type Range, sameRange } from '#app/text/range'
import { assertAttributes, labelWithId } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { decidedArticle } from './decided-articles.ts'
import { occasionNow, writeGold } from './gold.ts'

/** What a person decides of one sentence. */
export interface SentenceDecision extends Omit<Reasons, 'rule'> {
  readonly article: ArticleId
  readonly sentence: Range
  readonly verdict: Verdict
}

/**
 * Decides a sentence, as one change. Throws a refusal where nobody has reviewed it, or the verdict takes what is not
 * there.
 *
 * @returns the place in the sequence of changes, null where all was so already, and the sentence as it is now
 */
export function decideSentence(
  store: Store,
  by: AnnotatorId,
  { article, sentence: range, verdict, ...reasons }: SentenceDecision,
): { seq: number | null; sentence: SentenceToDecide } {
  assertVerdict(store, verdict)
  return store.together(() => {
    const edits = decide(
      sentenceAt(store, article, range),
      verdict,
      { ...occasionNow(store, by), article },
      reasons,
    )
    const written = writeGold(store, by, edits)
    return { seq: written?.seq ?? null, sentence: sentenceAt(store, article, range) }
  })
}

function sentenceAt(store: Store, article: ArticleId, range: Range): SentenceToDecide {
  const whole = decidedArticle(store, article)
  const found = sentencesToDecide(whole, store.codebook()).find(one => sameRange(one.range, range))
  if (found) return found
  if (whole.sentences.some(one => sameRange(one, range)))
    throw new Refusal('conflict', 'Nobody has reviewed this sentence yet. Decide it when somebody has.')
  throw new Refusal('conflict', 'The sentence was split or joined meanwhile. Open the article again.')
}

/** Labels that are given have to be labels of the codebook, and to fit together. */
function assertVerdict(store: Store, verdict: Verdict): void {
  if (verdict.choice !== 'own') return
  const labels = verdict.labels.map(one => labelWithId(store, one.label))
  for (const { label, attributes } of verdict.labels) assertAttributes(store, label, attributes)
  const exclusive = new Set(labels.filter(one => one.exclusive).map(one => one.name))
  if (exclusive.size > 1)
    throw new Refusal('conflict', `${[...exclusive].join(' and ')} exclude one another. Choose one of them.`)
}
