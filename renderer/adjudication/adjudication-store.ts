/** What there is to decide: the queue of articles, and the sentences of the one that is open. */
import { create } from 'zustand'
import { adjudicationCounts } from '#app/adjudication/adjudication-counts'
import { disagreedFirst, type SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import type { Adjudication, AdjudicationQueue } from '#app/contract'
import type { Failure } from '#app/failure'
import type { DecisionCause } from '#app/model/decision'
import type { ArticleId } from '#app/model/ids'
import { overlaps, type Range } from '#app/text/range'
import { call, on } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
import { settled } from '../shell/outbox.ts'

/** In which order the sentences are gone through. */
export type Order = 'disagreed-first' | 'text'

/** Why it is decided so, as far as the person has said. */
export interface Draft {
  readonly cause: DecisionCause
  readonly reason: string
}

/** The article that is open. */
export interface Deciding {
  readonly adjudication: Adjudication
  /** Numbers of sentences in the order in which they are gone through; it stays while they are decided. */
  readonly order: readonly number[]
  /** The number of the current one in the article; null where there is none. */
  readonly current: number | null
  readonly draft: Draft
}

type QueueState =
  | ({ readonly status: 'counting' } & Work)
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'done' }

type ArticleState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly id: ArticleId }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'open'; readonly deciding: Deciding }

interface AdjudicationStore {
  readonly queueState: QueueState
  /** As it was counted last; null before that. */
  readonly queue: AdjudicationQueue | null
  readonly order: Order
  readonly article: ArticleState
}

const FIRST: AdjudicationStore = {
  queueState: { status: 'counting', job: '', done: 0, total: 0 },
  queue: null,
  order: 'disagreed-first',
  article: { status: 'none' },
}

export const useAdjudication = create<AdjudicationStore>(() => FIRST)

export function deciding(): Deciding | undefined {
  const { article } = useAdjudication.getState()
  return article.status === 'open' ? article.deciding : undefined
}

export const showDeciding = (deciding: Deciding): void =>
  useAdjudication.setState({ article: { status: 'open', deciding } })

/** The sentence that stands to be decided. */
export const currentSentence = ({ adjudication, current }: Deciding): SentenceToDecide | undefined =>
  adjudication.sentences.find(one => one.sentence === current)

/** Whether somebody has still to look at it. */
export const isLeft = ({ decision, stale }: SentenceToDecide): boolean => !decision || stale !== null

/** Whether something was decided, as far as it has been counted. */
export const hasGold = (): boolean => useAdjudication.getState().queue?.totals.decided !== 0

/** Forgets everything, for another project. */
export function resetAdjudication(): void {
  counting++
  useAdjudication.setState(FIRST)
}

/** Which counting is the last. */
let counting = 0

/** Counts what is to be decided, article by article; what was under way is stopped. */
export async function refreshQueue(): Promise<void> {
  const before = useAdjudication.getState().queueState
  if (before.status === 'counting' && before.job) stopJob(before.job)
  const mine = ++counting
  const show = (queueState: QueueState) => {
    if (mine === counting) useAdjudication.setState({ queueState })
  }
  const outcome = await asJobOnceSaved(
    work => show({ status: 'counting', ...work }),
    job => call('adjudication.queue', { job }),
  )
  if (mine !== counting) return
  if (outcome.ok) useAdjudication.setState({ queue: outcome.value, queueState: { status: 'done' } })
  else show({ status: 'failed', failure: outcome.failure })
}

/**
 * Opens an article: at a range of it, else at the first sentence that is left, in the order of the person. One that is
 * open keeps its order.
 */
export async function openDecisions(id: ArticleId, range?: Range | null): Promise<void> {
  const open = deciding()
  const there = open?.adjudication.article.id === id ? sentenceAt(open.adjudication, range) : undefined
  if (there !== undefined) {
    // At once: who has gone on by the time that main answers stays where they are.
    goTo(there)
    await settled()
    return reloadDecisions()
  }
  if (open?.adjudication.article.id !== id) useAdjudication.setState({ article: { status: 'loading', id } })
  await settled()
  const outcome = await call('adjudication.article', { article: id })
  if (!isWanted(id)) return
  if (!outcome.ok)
    return useAdjudication.setState({ article: { status: 'failed', failure: outcome.failure } })
  const adjudication = outcome.value
  const before = deciding()
  const order =
    before?.adjudication.article.id === id
      ? orderKept(before.order, adjudication)
      : inOrder(adjudication.sentences, useAdjudication.getState().order)
  const at = sentenceAt(adjudication, range) ?? firstLeft(adjudication, order)
  showDeciding(goneTo({ adjudication, order, current: null, draft: NO_DRAFT }, at))
}

/** The sentence at a range, of those that are to be decided; undefined for none. */
const sentenceAt = ({ sentences }: Adjudication, range: Range | null | undefined): number | undefined =>
  range ? sentences.find(one => overlaps(one.range, range))?.sentence : undefined

/** Reads the open article again; the person stays where they are. */
export async function reloadDecisions(): Promise<void> {
  const before = deciding()?.adjudication
  if (!before) return
  const { id } = before.article
  const outcome = await call('adjudication.article', { article: id })
  const now = deciding()
  if (now?.adjudication.article.id !== id) return
  // A decision that was taken meanwhile may not be in the answer.
  if (now.adjudication !== before) return reloadDecisions()
  if (!outcome.ok)
    return useAdjudication.setState({ article: { status: 'failed', failure: outcome.failure } })
  const adjudication = outcome.value
  const order = orderKept(now.order, adjudication)
  const current = now.current !== null && order.includes(now.current) ? now.current : (order[0] ?? null)
  showDeciding({ ...now, adjudication, order, current })
}

/** Goes through the sentences in another order from now on. */
export function setOrder(order: Order): void {
  useAdjudication.setState({ order })
  const now = deciding()
  if (now) showDeciding({ ...now, order: inOrder(now.adjudication.sentences, order) })
}

/** Goes to a sentence; what was said of the one before, and not decided, is forgotten. */
export function goTo(sentence: number): void {
  const now = deciding()
  if (now && now.current !== sentence) showDeciding(goneTo(now, sentence))
}

export const sayWhy = (change: Partial<Draft>): void => {
  const now = deciding()
  if (now) showDeciding({ ...now, draft: { ...now.draft, ...change } })
}

/** Puts a sentence in the place of the one that it was, and counts the article anew. */
export function showSentence(article: ArticleId, sentence: SentenceToDecide): void {
  const now = deciding()
  if (now?.adjudication.article.id !== article) return
  const sentences = now.adjudication.sentences.map(one =>
    one.sentence === sentence.sentence ? sentence : one,
  )
  showDeciding({ ...now, adjudication: { ...now.adjudication, sentences } })
  const counts = adjudicationCounts(sentences)
  const { queue } = useAdjudication.getState()
  const before = queue?.articles.find(one => one.article === article)
  if (!queue || !before) return
  const totals = {
    open: queue.totals.open + counts.open - before.open,
    disagreed: queue.totals.disagreed + counts.disagreed - before.disagreed,
    decided: queue.totals.decided + counts.decided - before.decided,
    stale: queue.totals.stale + counts.stale - before.stale,
  }
  const articles = queue.articles.map(one => (one === before ? { ...one, ...counts } : one))
  useAdjudication.setState({ queue: { ...queue, totals, articles } })
}

/** Changes that this view has made itself and shows already. */
const own = new Set<number>()
export const noteOwn = (seq: number | null): void => {
  if (seq !== null) own.add(seq)
}

/** Follows what others, or other views, change. @returns a function that stops it */
export const followDecisions = (): (() => void) =>
  on('changed', async ({ seq, articles }) => {
    await settled()
    if (own.delete(seq)) return
    void refreshQueue()
    const id = deciding()?.adjudication.article.id
    if (id && (articles === null || articles.includes(id))) await reloadDecisions()
  })

const NO_DRAFT: Draft = { cause: '', reason: '' }

/** At a sentence; what was said of its decision stands in the fields. */
function goneTo(now: Deciding, current: number | null): Deciding {
  const decision = now.adjudication.sentences.find(one => one.sentence === current)?.decision
  const draft = decision ? { cause: decision.cause, reason: decision.reason } : NO_DRAFT
  return { ...now, current, draft }
}

function isWanted(id: ArticleId): boolean {
  const { article } = useAdjudication.getState()
  if (article.status === 'loading') return article.id === id
  return article.status === 'open' && article.deciding.adjudication.article.id === id
}

/** The order as it was, as far as the sentences are still there; new ones come last. */
function orderKept(before: readonly number[], { sentences }: Adjudication): number[] {
  const there = new Set(sentences.map(one => one.sentence))
  const kept = before.filter(sentence => there.delete(sentence))
  return [...kept, ...there]
}

const inOrder = (sentences: readonly SentenceToDecide[], order: Order): number[] =>
  (order === 'text' ? sentences : disagreedFirst(sentences)).map(one => one.sentence)

const firstLeft = ({ sentences }: Adjudication, order: readonly number[]): number | null => {
  const left = new Set(sentences.filter(isLeft).map(one => one.sentence))
  return order.find(sentence => left.has(sentence)) ?? order[0] ?? null
}
