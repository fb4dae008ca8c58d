import { useEffect } from 'react'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BackupList } from './backup-list.tsx'
import { backUpNow, lookIntoBackups, useBackups } from './backups-store.ts'
import { WorkLine } from './work-line.tsx'

/** The backups of the open project. */
export default function BackupsDialog() {
  const work = useBackups(state => state.work)
  useEffect(() => void lookIntoBackups(), [])
  return (
    <Dialog
      title={say('recovery.backups')}
      wide
      busy={work !== null}
      foot={
        work ? (
          <WorkLine work={work} />
        ) : (
          <Button onPress={() => void backUpNow()}>{say('recovery.back-up-now')}</Button>
        )
      }
    >
      <BackupList />
    </Dialog>
  )
}
