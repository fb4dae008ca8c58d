import { useEffect } from 'react'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BackupList } from './backup-list.tsx'
import { backUpNow, lookIntoBackups, useBackups } from './backups-store.ts'
import { recover, useRecovery } from './recovery-store.ts'

/** The backups of the open project. */
export default function BackupsDialog() {
  const working = useBackups(state => state.working)
  const { working: recovering, problem } = useRecovery()
  const damage = useSession(state => state.session?.project?.damage)
  useEffect(() => void lookIntoBackups(), [])
  return (
    <Dialog
      title={say('recovery.backups')}
      wide
      busy={working || recovering}
      foot={
        <>
          {damage && (
            <Button disabled={working || recovering} onPress={() => void recover()}>
              {say(recovering ? 'recovery.working' : 'recovery.recover')}
            </Button>
          )}
          <Button disabled={working} onPress={() => void backUpNow()}>
            {say(working ? 'recovery.working' : 'recovery.back-up-now')}
          </Button>
        </>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      {damage && <p>{damage.message}</p>}
      <BackupList />
    </Dialog>
  )
}
