import { useOutbox } from './outbox.ts'

/** Says whether all that the person did is on the disk. */
export function SaveState() {
  const { waiting, failure } = useOutbox()
  const state = failure ? 'failed' : waiting > 0 ? 'saving' : 'saved'
  return (
    <div className="save-state" role="status" data-state={state}>
      {failure ? `Not saved: ${failure.message}` : waiting > 0 ? 'Saving …' : 'Saved'}
    </div>
  )
}
