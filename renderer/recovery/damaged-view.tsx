import './recovery.css'
import { useEffect } from 'react'
import type { DamagedProject } from '#app/contract'
import { stopJob } from '../jobs.ts'
import { say, sayFailure } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { WorkLine } from '../ui/work.tsx'
import { BackupList } from './backup-list.tsx'
import { lookIntoBackups, useBackups } from './backups-store.ts'
import { recover, useRecovery } from './recovery-store.ts'

/** What can be done where a project could not be opened because it is damaged. */
export default function DamagedView({ damaged }: { readonly damaged: DamagedProject }) {
  const { work, problem } = useRecovery()
  const restoring = useBackups(state => state.work)
  useEffect(() => void lookIntoBackups(), [])
  return (
    <article className="damaged" aria-busy={work !== null || restoring !== null}>
      <h2>{say('recovery.damaged', { name: damaged.fileName })}</h2>
      <p className="damaged-found">{sayFailure(damaged.message)}</p>
      <p>{say('recovery.damaged-hint')}</p>
      {problem && <p className="problem">{problem}</p>}
      <div className="damaged-line">
        <Button
          kind="primary"
          disabled={work !== null || restoring !== null}
          autoFocus
          onPress={() => void recover()}
        >
          {say('recovery.recover')}
        </Button>
        {work && <WorkLine label={say('recovery.working')} work={work} onStop={() => stopJob(work.job)} />}
      </div>
      <h3 className="pane-title">{say('recovery.backups')}</h3>
      {restoring && (
        <WorkLine label={say('recovery.working')} work={restoring} onStop={() => stopJob(restoring.job)} />
      )}
      <BackupList />
    </article>
  )
}
