import './notices.css'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { dismiss, type Notice, offersUndo, useNotices } from './notices.ts'
import { settled } from './outbox.ts'
import { revert } from './steps.ts'

/** The words that need no answer, read aloud as they come. */
export function Notices() {
  const { notices } = useNotices()
  return (
    <section className="notices" aria-label={say('shell.notices')} aria-live="polite">
      {notices.map(notice => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <span>{notice.text}</span>
          {offersUndo(notice) && (
            <Button kind="quiet" onPress={() => void takeBack(notice)}>
              {say('shell.undo')}
            </Button>
          )}
          <Button kind="quiet" name={say('shell.dismiss')} onPress={() => dismiss(notice.id)}>
            <CloseIcon />
          </Button>
        </div>
      ))}
    </section>
  )
}

async function takeBack(notice: Notice): Promise<void> {
  dismiss(notice.id)
  if (typeof notice.undo === 'function') return notice.undo()
  // A step that is on its way is the last one.
  await settled()
  if (offersUndo(notice)) await revert('undo')
}
