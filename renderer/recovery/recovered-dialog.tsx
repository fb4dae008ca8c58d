import './recovery.css'
import { say, sayFailure } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useRecovery } from './recovery-store.ts'

/** What was recovered of a damaged project, and what is lost. */
export default function RecoveredDialog() {
  const { done } = useRecovery()
  if (!done) return null
  const { fileName, articles, annotations, fromHistory, remade, lostArticles, lostAnnotations } = done
  return (
    <Dialog
      title={say('recovery.recovered', { name: fileName })}
      foot={
        <Button kind="primary" autoFocus onPress={closeDialog}>
          {say('ui.close')}
        </Button>
      }
    >
      <p>{say('recovery.recovered-sum', { articles, annotations })}</p>
      {fromHistory > 0 && <p>{say('recovery.from-history', { count: fromHistory })}</p>}
      {lostAnnotations > 0 && <p>{say('recovery.lost-annotations', { count: lostAnnotations })}</p>}
      {lostAnnotations + lostArticles.length === 0 && <p>{say('recovery.nothing-lost')}</p>}
      <Lines title={say('recovery.lost-articles')} lines={lostArticles} />
      <Lines title={say('recovery.remade')} lines={remade.map(sayFailure)} />
    </Dialog>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className="pane-title">{title}</h3>
      <ul className="damaged-lines">
        {lines.map(line => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
