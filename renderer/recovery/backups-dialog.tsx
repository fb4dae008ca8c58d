import { useEffect } from 'react'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BackupList } from './backup-list.tsx'
import { backUpNow, lookIntoBackups, useBackups } from './backups-store.ts'

/** The backups of the open project. */
export default function BackupsDialog() {
  const working = useBackups(state => state.working)
  useEffect(() => void lookIntoBackups(), [])
  return (
    <Dialog
      title={say('recovery.backups')}
      wide
      busy={working}
      foot={
        <Button disabled={working} onPress={() => void backUpNow()}>
          {say(working ? 'recovery.working' : 'recovery.back-up-now')}
        </Button>
      }
    >
      <BackupList />
    </Dialog>
  )
}
