import './recovery.css'
import type { Backup, BackupContent, Backups } from '#app/contract'
import { say, sayMoment } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { restoreBackup, useBackups } from './backups-store.ts'

/** The backups, each with what it holds, to be restored. */
export function BackupList() {
  const { found, problem, work } = useBackups()
  const working = work !== null
  if (problem && !found) return <p className="problem">{problem}</p>
  if (!found) return <Message title={say('recovery.loading')} />
  if (found.backups.length === 0)
    return <Message title={say('recovery.no-backups')}>{say('recovery.no-backups-hint')}</Message>
  return (
    <>
      {problem && <p className="problem">{problem}</p>}
      <p className="backup-hint">{say('recovery.backups-hint')}</p>
      <ul className="backups" aria-label={say('recovery.backups')} aria-busy={working}>
        {found.backups.map(one => (
          <BackupRow key={one.name} backup={one} found={found} working={working} />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  readonly backup: Backup
  readonly found: Backups
  readonly working: boolean
}

function BackupRow({ backup, found, working }: RowProps) {
  const { content, made, otherwiseProtected } = backup
  const when = sayMoment(made)
  return (
    <li className="backup">
      <div className="backup-content">
        <span className="backup-made">{when}</span>
        {content ? (
          <>
            <span>{holds(content)}</span>
            <span className="backup-when">{standing(content, found.now)}</span>
          </>
        ) : (
          <span>{say(otherwiseProtected ? 'protection.other-passphrase' : 'recovery.unreadable')}</span>
        )}
      </div>
      <Button
        disabled={working || !content}
        name={say('recovery.open-copy-one', { when })}
        onPress={() => void restoreBackup(backup, true)}
      >
        {say('recovery.open-copy')}
      </Button>
      <Button
        disabled={working || !content}
        name={say('recovery.restore-one', { when })}
        onPress={() => void restoreBackup(backup, false)}
      >
        {say('recovery.restore')}
      </Button>
    </li>
  )
}

function holds({ articles, annotators }: BackupContent): string {
  const work = annotators.map(({ name, annotations }) => say('recovery.by', { count: annotations, name }))
  return [say('recovery.holds', { articles }), ...work].join(' · ')
}

/** How far a backup is behind the project, and of when its last change is. */
function standing({ changes, lastChange }: BackupContent, now: BackupContent | null): string {
  const parts: string[] = []
  if (now)
    parts.push(
      changes > now.changes
        ? say('recovery.other-line')
        : say('recovery.behind', { count: now.changes - changes }),
    )
  if (lastChange) parts.push(say('recovery.last-change', { when: sayMoment(lastChange) }))
  return parts.join(' · ')
}
