import { useEffect } from 'react'
import { stopJob } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WorkLine } from '../ui/work.tsx'
import { BackupList } from './backup-list.tsx'
import { backUpNow, lookIntoBackups, useBackups } from './backups-store.ts'
import { useBackupWarning } from './use-backup-warning.ts'

/** The backups of the open project. */
export default function BackupsDialog() {
  const work = useBackups(state => state.work)
  const warning = useBackupWarning()
  useEffect(() => void lookIntoBackups(), [])
  return (
    <Dialog
      title={say('recovery.backups')}
      wide
      busy={work !== null}
      foot={
        work ? (
          <WorkLine label={say('recovery.working')} work={work} onStop={() => stopJob(work.job)} />
        ) : (
          <Button onPress={() => void backUpNow()}>{say('recovery.back-up-now')}</Button>
        )
      }
    >
      {warning !== null && <p className="problem">{warning}</p>}
      <BackupList />
    </Dialog>
  )
}
