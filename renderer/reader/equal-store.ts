/** Labelling all sentences equal to the current one: what there is, and how far the work has come. */
import { create } from 'zustand'
import type { EqualSentences } from '#app/contract'
import type { Failure } from '#app/failure'
import type { ArticleId } from '#app/model/ids'
import { call, callStep, currentWork } from '../door.ts'
import { asJob, stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { closeDialog, openDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { reading } from './reader-store.ts'

interface Place {
  readonly article: ArticleId
  readonly start: number
  readonly end: number
}

export type EqualState =
  | { readonly status: 'counting' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      readonly status: 'counted'
      readonly place: Place
      /** The sentence itself. */
      readonly text: string
      readonly equal: EqualSentences
      /** Also where another label gives way. */
      readonly replace: boolean
    }
  | ({ readonly status: 'labelling' } & Work)

export const useEqual = create<{ readonly state: EqualState }>(() => ({ state: { status: 'counting' } }))

const show = (state: EqualState): void => useEqual.setState({ state })

/** How many sentences would be labelled. */
export const toLabel = (equal: EqualSentences, replace: boolean): number =>
  equal.labels.length === 0 ? 0 : equal.sentences - equal.tagged - (replace ? 0 : equal.otherwise)

/** Counts the sentences equal to the current one, in a dialog. */
export async function beginEqual(): Promise<void> {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (!now || !sentence) return
  const place = { article: now.article.id, start: sentence.start, end: sentence.end }
  const counting: EqualState = { status: 'counting' }
  show(counting)
  openDialog('equal')
  await settled()
  const outcome = await call('layer.equal', place)
  if (useEqual.getState().state !== counting) return
  if (!outcome.ok) return show({ status: 'failed', failure: outcome.failure })
  const text = now.text.slice(sentence.start, sentence.end)
  show({ status: 'counted', place, text, equal: outcome.value, replace: false })
}

export function setReplace(replace: boolean): void {
  const { state } = useEqual.getState()
  if (state.status === 'counted') show({ ...state, replace })
}

/** Labels them all. */
export async function labelEqual(): Promise<void> {
  const { state } = useEqual.getState()
  if (state.status !== 'counted') return
  const outcome = await asJob(
    work => show({ status: 'labelling', ...work }),
    job => callStep('layer.tag-equal', { ...state.place, replace: state.replace, job }, currentWork()),
  )
  closeDialog()
  if (!outcome.ok)
    return notify(outcome.failure.message, {
      tone: outcome.failure.code === 'cancelled' ? 'plain' : 'bad',
    })
  const { sentences, articles } = outcome.value
  notify(say('finding.equal-done', { sentences, articles }), { undo: sentences > 0 })
}

/** Stops at the next pause; what was labelled stays, and can be undone. */
export function stopLabelling(): void {
  const { state } = useEqual.getState()
  if (state.status === 'labelling') stopJob(state.job)
}
