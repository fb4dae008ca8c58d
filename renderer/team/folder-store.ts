/** The team folder of the open project. */
import { create } from 'zustand'
import type { Outcome, TeamFolderState } from '#app/contract'
import { call, on } from '../door.ts'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { useSession } from '../shell/session-store.ts'

interface FolderStore {
  /** Null as long as main has not said. */
  readonly state: TeamFolderState | null
  /** Why something the person asked for was refused. */
  readonly problem: string | null
}

export const useFolder = create<FolderStore>(() => ({ state: null, problem: null }))

/** Hears what becomes of the team folder, also where it is not in view. @returns a function that stops it */
export function followFolder(): () => void {
  void refreshFolder()
  const deaf = on('folder', take)
  // A new project has a folder of its own.
  const stop = useSession.subscribe(({ session }, before) => {
    if (session?.project?.project.id !== before.session?.project?.project.id) void refreshFolder()
  })
  return () => {
    deaf()
    stop()
  }
}

async function refreshFolder(): Promise<void> {
  const outcome = await call('folder.state', {})
  useFolder.setState({ state: outcome.ok ? outcome.value : null })
}

function take(state: TeamFolderState): void {
  const before = useFolder.getState().state
  useFolder.setState({ state })
  const { last } = state
  if (!last || last.at === before?.last?.at) return
  for (const { annotator, before, after } of last.falls)
    notify(say('team.fall', { name: annotator.name, before, after }), { tone: 'bad' })
}

/** Takes a folder for the team's; without a path the host asks. */
export const chooseFolder = (path: string | null): Promise<void> =>
  does(() => call('folder.choose', { path }))
export const leaveFolder = (): Promise<void> => does(() => call('folder.leave', {}))
export const syncNow = (): Promise<void> => does(() => call('folder.sync', {}))
export const undoRound = (): Promise<void> => does(() => call('folder.undo', {}))

async function does(request: () => Promise<Outcome<TeamFolderState | null>>): Promise<void> {
  useFolder.setState({ problem: null })
  await settled()
  const outcome = await request()
  if (!outcome.ok) useFolder.setState({ problem: outcome.failure.message })
  else if (outcome.value) useFolder.setState({ state: outcome.value })
}
