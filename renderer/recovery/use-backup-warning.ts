import { useEffect } from 'react'
import { say, sayFailure } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { useSession } from '../shell/session-store.ts'

/** Why this session has no backup, in words; null where nothing is known against it. */
export function useBackupWarning(): string | null {
  const why = useSession(({ session }) => session?.project?.notBackedUp ?? null)
  return why === null ? null : say('recovery.not-backed-up', { why: sayFailure(why) })
}

/** Says it once, when it becomes known. */
export function useBackupNotice(): void {
  const warning = useBackupWarning()
  useEffect(() => {
    if (warning !== null) notify(warning, { tone: 'bad' })
  }, [warning])
}
