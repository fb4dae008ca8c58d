/** What is derived from annotations and reviews, article by article, and is brought up to date by every change. */
import type { ArticleId } from '#app/model/ids'
import type { Kind, Records } from '#app/model/record'
import type { disputeKeeper } from './disputes.ts'
import type { progressKeeper } from './progress.ts'

export interface Derived {
  readonly progress: ReturnType<typeof progressKeeper>
  readonly disputes: ReturnType<typeof disputeKeeper>
}

type Shown = Records[Kind] | null | undefined

/** What one change makes stale. */
export class Stale {
  readonly #layers = new Map<ArticleId, Set<string>>()
  readonly #segmented = new Set<ArticleId>()
  readonly #labels = new Set<string>()

  /** Notes that a record was this before and is that after; null or undefined where there is none. */
  note(kind: Kind, before: Shown, after: Shown): void {
    for (const record of [before, after]) {
      if (!record) continue
      if ((kind === 'annotation' || kind === 'review') && 'article' in record && 'annotator' in record)
        this.#layers.set(
          record.article,
          (this.#layers.get(record.article) ?? new Set()).add(record.annotator),
        )
      else if (kind === 'segmentation' && before && after && 'sentences' in record)
        this.#segmented.add(record.article)
    }
    if (kind === 'label' && successorOf(before) !== successorOf(after))
      for (const label of [before, after]) if (label && 'successor' in label) this.#labels.add(label.id)
  }

  /** Counts anew. Within the transaction of the change. */
  refresh({ progress, disputes }: Derived): void {
    for (const article of this.#segmented)
      this.#layers.set(
        article,
        new Set([...(this.#layers.get(article) ?? []), ...progress.annotatorsOf(article)]),
      )
    for (const [article, annotators] of this.#layers) {
      for (const annotator of annotators) progress.refresh(article, annotator)
      disputes.refresh(article)
    }
    for (const label of this.#labels) disputes.refreshLabel(label)
  }
}

const successorOf = (record: Shown): string | null =>
  record && 'successor' in record ? record.successor : null
