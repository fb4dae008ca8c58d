/** Tagging the hits of a search: what is chosen, what it would do, how far it has come. */
import { create } from 'zustand'
import type { Input, TagScope, TagSum } from '#app/contract'
import type { Failure } from '#app/failure'
import type { LabelId } from '#app/model/ids'
import { call, callStep, currentWork } from '../door.ts'
import { asJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { activeLabels } from '../shell/session-store.ts'
import { chooseNone, hitId, useSearch } from './search-store.ts'

interface TagState {
  readonly label: LabelId | null
  readonly scope: TagScope
  /** What it would do; null while that is counted. */
  readonly preview: TagSum | null
  readonly failure: Failure | null
  /** What is under way, in hits. */
  readonly work: Work | null
}

export const useTag = create<TagState>(() => ({
  label: null,
  scope: 'sentence',
  preview: null,
  failure: null,
  work: null,
}))

const get = useTag.getState
const set = useTag.setState

/** Counts previews: an answer to an older one is not heard. */
let generation = 0

/** Begins anew with what is chosen now; label and scope stay as they were last, where the label is still there. */
export function beginTagging(): void {
  const labels = activeLabels()
  const label = labels.find(one => one.id === get().label) ?? labels[0]
  set({ label: label?.id ?? null, work: null, failure: null })
  void preview()
}

export function chooseTag(changed: Partial<Pick<TagState, 'label' | 'scope'>>): void {
  set(changed)
  void preview()
}

/** What is to be tagged; undefined where there is nothing yet. */
function asked(): Input<'search.preview-tag'> | undefined {
  const { asked: search, hits, chosen } = useSearch.getState()
  const { label, scope } = get()
  if (!search || !label) return undefined
  const some = hits.filter(hit => chosen.has(hitId(hit)))
  return {
    ...{ search, label, scope },
    chosen: some.length === 0 ? null : some.map(({ article, range }) => ({ article, ...range })),
  }
}

async function preview(): Promise<void> {
  const mine = ++generation
  const input = asked()
  if (!input) return
  set({ preview: null, failure: null })
  await settled()
  const outcome = await call('search.preview-tag', input)
  if (mine !== generation) return
  set(outcome.ok ? { preview: outcome.value } : { failure: outcome.failure })
}

export async function tagHits(): Promise<void> {
  const input = asked()
  if (!input) return
  const outcome = await asJob(
    work => set({ work }),
    job => callStep('search.tag', { ...input, job }, currentWork()),
  )
  set({ work: null })
  if (!outcome.ok) return set({ failure: outcome.failure })
  const { tagged, articles, stopped } = outcome.value
  chooseNone()
  closeDialog()
  notify(stopped ? say('search.tag-stopped', { tagged }) : say('search.tagged', { tagged, articles }), {
    undo: tagged > 0,
  })
}
