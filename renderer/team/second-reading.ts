/** The person's second reading: beginning it, and ending it. */

import type { Session } from '#app/contract'
import { dealtTo } from '#app/model/collection'
import { isSecondReading, secondReadingOf } from '#app/model/second-reading'
import { call } from '../door.ts'
import { useCollections } from '../library/collections-store.ts'
import { say } from '../messages/messages.ts'
import { leaveMark } from '../reader/reading-position.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { takeSession, useSession } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'

/** Whether the person is in their second reading. */
export const readsAgain = (session: Session | null): boolean =>
  session !== null && isSecondReading(session.annotator.id)

/** The collection of what was dealt to the person again; undefined where nothing was. */
export function useToReadAgain() {
  const person = useSession(({ session }) => session?.person.id)
  const { collections } = useCollections()
  return person && collections.find(({ id }) => id === dealtTo(secondReadingOf(person), '').id)
}

/** Begins the second reading, or ends it: from then on the window shows the one or the other layer. */
export async function readAgain(on: boolean): Promise<void> {
  await settled()
  await leaveMark()
  const outcome = await call('session.read-again', { on })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  takeSession(outcome.value)
  showView('read')
  notify(say(on ? 'reader.second-reading-begun' : 'reader.second-reading-ended'))
}
