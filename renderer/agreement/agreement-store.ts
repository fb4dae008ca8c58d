/** What is asked of agreement, how far the computing has come, and what it came to. */
import { create } from 'zustand'
import type { AgreementOverview, Input } from '#app/contract'
import type { Failure } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { AnnotatorId } from '#app/model/ids'
import { call, on } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
import { useLibrary } from '../library/library-store.ts'
import { chosenCount, useChosen } from '../library/selection-store.ts'

/** Which articles: all, those that fit the filter of the library, those that are chosen there. */
export type Part = 'all' | 'listed' | 'chosen'

export interface Question {
  /** Null for everybody who has reviewed something. */
  readonly annotators: readonly AnnotatorId[] | null
  readonly part: Part
  readonly seed: number
  /** As all is now, although there is a state before the layers were opened. */
  readonly now: boolean
}

type State =
  | { readonly status: 'new' }
  | ({ readonly status: 'computing' } & Work)
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'done'; readonly overview: AgreementOverview }

interface AgreementStore {
  readonly question: Question
  readonly state: State
  /** Whether the project changed since it was computed. */
  readonly outdated: boolean
  /** Everybody who has reviewed something, as far as it is known. */
  readonly everybody: readonly Annotator[]
  /** The pair whose answers are looked at, by its place in the pairs. */
  readonly pair: number
}

const FIRST: AgreementStore = {
  question: { annotators: null, part: 'all', seed: 1, now: false },
  state: { status: 'new' },
  outdated: false,
  everybody: [],
  pair: 0,
}

export const useAgreement = create<AgreementStore>(() => FIRST)

/** Forgets everything, for another project. */
export function resetAgreement(): void {
  const { state } = useAgreement.getState()
  if (state.status === 'computing') stopJob(state.job)
  computing++
  useAgreement.setState(FIRST)
}

export const choosePair = (pair: number): void => useAgreement.setState({ pair })

/** Asks something else, and computes it. */
export function ask(change: Partial<Question>): void {
  useAgreement.setState(({ question }) => ({ question: { ...question, ...change } }))
  void compute()
}

/** Which computation is the last. */
let computing = 0

/** Computes what is asked. What was under way is stopped. */
export async function compute(): Promise<void> {
  followChanges()
  const before = useAgreement.getState().state
  if (before.status === 'computing') stopJob(before.job)
  const mine = ++computing
  const show = (state: State) => {
    if (mine === computing) useAgreement.setState({ state })
  }
  useAgreement.setState({ outdated: false })
  const { annotators, part, seed, now } = useAgreement.getState().question
  const outcome = await asJobOnceSaved(
    work => show({ status: 'computing', ...work }),
    job => call('agreement.report', { annotators, selection: selectionOf(part), seed, now, job }),
  )
  if (mine !== computing) return
  if (outcome.ok) {
    const { coders } = outcome.value
    useAgreement.setState(({ everybody }) => ({
      state: { status: 'done', overview: outcome.value },
      everybody: annotators === null ? coders : everybody,
      pair: 0,
    }))
  } else if (outcome.failure.code === 'cancelled') show({ status: 'stopped' })
  else show({ status: 'failed', failure: outcome.failure })
}

export function stop(): void {
  const { state } = useAgreement.getState()
  if (state.status === 'computing') stopJob(state.job)
}

let following = false

/** Notes from now on, wherever the person is, that the project changed; the figures stay as they were computed. */
function followChanges(): void {
  if (following) return
  following = true
  on('changed', () => useAgreement.setState({ outdated: true }))
}

function selectionOf(part: Part): NonNullable<Input<'agreement.report'>['selection']> {
  const { filter, total } = useLibrary.getState()
  const { chosen } = useChosen.getState()
  if (part === 'chosen' && chosenCount(chosen, total) > 0)
    return chosen.all ? { filter, except: [...chosen.except] } : { articles: [...chosen.some] }
  return { filter: part === 'listed' ? filter : {}, except: [] }
}
