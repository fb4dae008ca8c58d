import type { Entry } from '#app/exchange/exchange-file'
import {
  type AnnotatorReport,
  type ArticleReport,
  type ForeignLabel,
  type MergeOutcome,
  type MergeReport,
  noOutcomes,
  type ReportedConflict,
} from '#app/exchange/merge-report'
import type { Version } from '#app/exchange/version'
import type { ArticleId } from '#app/model/ids'
import type { Kind } from '#app/model/record'
import type { Store } from '#main/store/store'

/** Articles that a report tells one by one, where nobody asked for more. */
const SHOWN = 500
/** Conflicts that it names. */
const NAMED = 500

type Sums = Record<'added' | 'changed' | 'deleted', number>
type Work = Pick<AnnotatorReport, keyof Sums>

/** Counts what a merge does, record by record. @param shown articles that are told one by one */
export function reporter(
  store: Store,
  of: Pick<MergeReport, 'file' | 'header' | 'sameProject'>,
  shown = SHOWN,
) {
  const counts: Partial<Record<Kind, Record<MergeOutcome, number>>> = {}
  const added = new Set<string>()
  const work = new Map<string, Map<string, Sums>>()
  const decided = new Map<string, number>()
  const labels = new Map<string, ForeignLabel>()
  const conflicts: { kind: Kind; record: Version['record'] }[] = []

  function noteWork({ record }: Version, before: readonly Version[], after: readonly Version[]): void {
    if (!('annotator' in record && 'article' in record)) return
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
      if (outcome === 'conflicting' && after[0] && conflicts.length < NAMED)
        conflicts.push({ kind, record: after[0].record })
      if (kind === 'article' && before.length === 0) added.add(id)
      if (kind === 'annotation' && after[0]) noteWork(after[0], before, after)
      if (kind === 'decision' && after[0] && 'ground' in after[0].record) {
        const { article } = after[0].record
        decided.set(article, (decided.get(article) ?? 0) + 1)
      }
    },

    label(label: Omit<ForeignLabel, 'count'>): void {
      labels.set(label.name, { ...label, count: (labels.get(label.name)?.count ?? 0) + 1 })
    },

    done(signature: MergeReport['signature']): MergeReport {
      const byCount = [...labels.values()].sort((a, b) => b.count - a.count)
      const changed = [...new Set([...added, ...work.keys(), ...decided.keys()])]
      return {
        ...of,
        signature,
        counts,
        articles: changed.slice(0, shown).map(id => ({
          ...articleReport(store, id, added.has(id), work.get(id)),
          decisions: decided.get(id) ?? 0,
        })),
        articlesChanged: changed.length,
        conflicts: conflicts.map(one => reportedConflict(store, one)),
        labels: byCount,
        unknownLabels: byCount
          .filter(({ ours }) => ours === null)
          .map(({ name, count }) => ({ name, count })),
      }
    },
  }
}

/** A conflict by the name of the label, or of the article that it is about. */
function reportedConflict(
  { tables }: Store,
  { kind, record }: { readonly kind: Kind; readonly record: Version['record'] },
): ReportedConflict {
  if ('article' in record) return { kind, name: tables.article.get(record.article)?.title ?? '' }
  if ('title' in record) return { kind, name: record.title }
  return { kind, name: 'name' in record ? record.name : '' }
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
