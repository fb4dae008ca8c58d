import './notices.css'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { dismiss, useNotices } from './notices.ts'
import { revert } from './steps.ts'

/** The words that need no answer, read aloud as they come. */
export function Notices() {
  const notices = useNotices(state => state.notices)
  return (
    <section className="notices" aria-label={say('shell.notices')} aria-live="polite">
      {notices.map(({ id, text, tone, undo }) => (
        <div key={id} className="notice" data-tone={tone}>
          <span>{text}</span>
          {undo && (
            <Button
              kind="quiet"
              onPress={() => {
                dismiss(id)
                if (typeof undo === 'function') undo()
                else void revert('undo')
              }}
            >
              {say('shell.undo')}
            </Button>
          )}
          <Button kind="quiet" name={say('shell.dismiss')} onPress={() => dismiss(id)}>
            <CloseIcon />
          </Button>
        </div>
      ))}
    </section>
  )
}
