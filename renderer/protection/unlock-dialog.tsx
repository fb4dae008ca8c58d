import './protection.css'
import type { LockedProject } from '#app/contract'
import { say } from '../messages/messages.ts'
import { Dialog } from '../ui/dialog.tsx'
import { UnlockForm } from './lock-view.tsx'
import { leaveLocked } from './protection-store.ts'

/** Asks for the passphrase of another project, while one is open that stays so until then. */
export function UnlockDialog({ locked }: { readonly locked: LockedProject }) {
  return (
    <Dialog
      title={say('protection.is-protected', { name: locked.fileName })}
      onClose={() => void leaveLocked()}
    >
      <p>{say('protection.open-hint')}</p>
      <UnlockForm />
    </Dialog>
  )
}
