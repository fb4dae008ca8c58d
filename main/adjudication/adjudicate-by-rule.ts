import { addCounts, byRule, NO_SENTENCES, type RuleReport } from '#app/adjudication/by-rule'
import type { Rule } from '#app/adjudication/rule'
import { Refusal } from '#app/failure'
import { GOLD } from '#app/model/annotator'
import type { AnnotatorId, ArticleId, GroupId } from '#app/model/ids'
import { isSecondReading } from '#app/model/second-reading'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import { articlesWorkedIn, decidedArticle } from './decided-articles.ts'
import { occasionNow, writeGold } from './gold.ts'

export interface ByRule {
  readonly rule: Rule
  /** One article; null for all. */
  readonly article: ArticleId | null
  /** Ties the changes of all articles together, to be undone as one. */
  readonly group: GroupId
  /** Only count. */
  readonly dryRun: boolean
}

/** Milliseconds of work in one transaction; between two of them others may write, and a cancellation is heard. */
const SLICE = 50

/**
 * Decides by a rule what no person has decided. What was decided before a cancellation (a refusal, `cancelled`) stays,
 * and is undone as one.
 */
export async function adjudicateByRule(
  store: Store,
  by: AnnotatorId,
  { rule, article, group, dryRun }: ByRule,
  watch: Watch = {},
): Promise<RuleReport> {
  assertRule(store, rule)
  const ids = article === null ? articlesWorkedIn(store) : [article]
  let report: RuleReport = { ...NO_SENTENCES, articles: 0 }
  let done = 0

  function decideOne(id: ArticleId): void {
    const { edits, counts } = byRule(decidedArticle(store, id), rule, occasionNow(store, by))
    if (edits.length > 0 && !dryRun) writeGold(store, by, edits, group)
    report = { ...addCounts(report, counts), articles: report.articles + (counts.decided > 0 ? 1 : 0) }
  }

  function slice(): void {
    for (const since = performance.now(); done < ids.length && performance.now() - since < SLICE; done++) {
      const id = ids[done]
      // An import may be undone meanwhile; an article that was asked for is refused.
      if (id && (article !== null || store.tables.article.get(id))) decideOne(id)
    }
  }

  while (done < ids.length) {
    if (dryRun) slice()
    else store.together(slice)
    watch.onProgress?.(done, ids.length)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted && done < ids.length)
      throw new Refusal('cancelled', 'The deciding was stopped. Undo takes back what was decided so far.')
  }
  return report
}

/** Whoever is taken for the most reliable has to be somebody. */
function assertRule({ tables }: Store, rule: Rule): void {
  if (rule.kind !== 'annotator') return
  if (rule.annotator === GOLD.id)
    throw new Refusal('invalid-input', 'The gold layer is what is decided. Name one of the annotators.')
  if (isSecondReading(rule.annotator))
    throw new Refusal('invalid-input', 'A second reading decides nothing. Name the annotator themselves.')
  if (!tables.annotator.get(rule.annotator))
    throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
}
