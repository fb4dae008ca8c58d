import type { Entry } from '#app/exchange/exchange-file'
import {
  type AnnotatorReport,
  type ArticleReport,
  type MergeOutcome,
  type MergeReport,
  noOutcomes,
} from '#app/exchange/merge-report'
import type { Version } from '#app/exchange/version'
import type { ArticleId } from '#app/model/ids'
import type { Kind } from '#app/model/record'
import type { Store } from '#main/store/store'

/** Articles that a report tells one by one. */
const SHOWN = 500

type Sums = Record<'added' | 'changed' | 'deleted', number>
type Work = Pick<AnnotatorReport, keyof Sums>

/** Counts what a merge does, record by record. */
export function reporter(store: Store, of: Pick<MergeReport, 'file' | 'header' | 'sameProject'>) {
  const counts: Partial<Record<Kind, Record<MergeOutcome, number>>> = {}
  const added = new Set<string>()
  const work = new Map<string, Map<string, Sums>>()
  const decided = new Map<string, number>()
  const unknown = new Map<string, number>()

  function noteWork({ record }: Version, before: readonly Version[], after: readonly Version[]): void {
    if (!('annotator' in record)) return
    const [was, is] = [before[0], after[0]]
    const there = was !== undefined && !was.deleted
    const stays = is !== undefined && !is.deleted
    if (!there && !stays) return
    const annotators = work.get(record.article) ?? new Map<string, Sums>()
    const sums = annotators.get(record.annotator) ?? { added: 0, changed: 0, deleted: 0 }
    sums[there ? (stays ? 'changed' : 'deleted') : 'added']++
    work.set(record.article, annotators.set(record.annotator, sums))
  }

  return {
    count(
      { kind, id }: Entry,
      outcome: MergeOutcome,
      before: readonly Version[],
      after: readonly Version[],
    ): void {
      const sums = counts[kind] ?? noOutcomes()
      counts[kind] = sums
      sums[outcome]++
      if (outcome === 'unchanged' || outcome === 'superseded' || outcome === 'refused') return
      if (kind === 'article' && before.length === 0) added.add(id)
      if (kind === 'annotation' && after[0]) noteWork(after[0], before, after)
      if (kind === 'decision' && after[0] && 'ground' in after[0].record) {
        const { article } = after[0].record
        decided.set(article, (decided.get(article) ?? 0) + 1)
      }
    },

    unknownLabel(name: string): void {
      unknown.set(name, (unknown.get(name) ?? 0) + 1)
    },

    done(signature: MergeReport['signature']): MergeReport {
      const changed = [...new Set([...added, ...work.keys(), ...decided.keys()])]
      return {
        ...of,
        signature,
        counts,
        articles: changed.slice(0, SHOWN).map(id => ({
          ...articleReport(store, id, added.has(id), work.get(id)),
          decisions: decided.get(id) ?? 0,
        })),
        articlesChanged: changed.length,
        unknownLabels: [...unknown]
          .map(([name, count]) => ({ name, count }))
          .sort((a, b) => b.count - a.count),
      }
    },
  }
}

function articleReport(
  { tables }: Store,
  id: string,
  added: boolean,
  work: ReadonlyMap<string, Work> | undefined,
): Omit<ArticleReport, 'decisions'> {
  const annotators = [...(work ?? [])].flatMap(([annotator, sums]) => {
    const known = tables.annotator.get(annotator)
    return known ? [{ annotator: known, ...sums }] : []
  })
  // The ids of articles are those of their records.
  return { article: id as ArticleId, title: tables.article.get(id)?.title ?? '', added, annotators }
}
