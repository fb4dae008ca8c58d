import { create } from 'zustand'
import type { KnownAnnotator } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import { call } from '../door.ts'

/** Everybody who is known in the project, the gold layer left out. */
export const useAnnotators = create<{ readonly annotators: readonly KnownAnnotator[] }>(() => ({
  annotators: [],
}))

export async function refreshAnnotators(): Promise<void> {
  const outcome = await call('annotator.list', {})
  if (outcome.ok) useAnnotators.setState({ annotators: outcome.value.filter(one => one.id !== GOLD.id) })
}
