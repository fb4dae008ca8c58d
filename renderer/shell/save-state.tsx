import { say } from '../messages/messages.ts'
import { useOutbox } from './outbox.ts'

/** Says whether all that the person did is on the disk. */
export function SaveState() {
  const { waiting, failure } = useOutbox()
  const state = failure ? 'failed' : waiting > 0 ? 'saving' : 'saved'
  return (
    // Read aloud only when something is wrong: else it would be with every key.
    <div className="save-state" role="status" aria-live={failure ? 'assertive' : 'off'} data-state={state}>
      {failure
        ? say('shell.not-saved', { why: failure.message })
        : say(waiting > 0 ? 'shell.saving' : 'shell.saved')}
    </div>
  )
}
