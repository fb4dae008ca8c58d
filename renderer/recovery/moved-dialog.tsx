import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { lookAgain, saveCopy, usePlace } from './place-store.ts'

/** Says that the project file is gone from under the window, and offers to save what is open. */
export function MovedDialog() {
  const { gone, saving, problem } = usePlace()
  return (
    <Dialog
      title={say('recovery.moved')}
      busy={saving}
      foot={
        <>
          <Button onPress={() => void lookAgain()} disabled={saving}>
            {say('recovery.look-again')}
          </Button>
          <Button kind="primary" onPress={() => void saveCopy()} disabled={saving} autoFocus>
            {say(saving ? 'recovery.saving-copy' : 'recovery.save-copy')}
          </Button>
        </>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      <p>{gone?.message}</p>
      <p>{say('recovery.moved-hint')}</p>
    </Dialog>
  )
}
