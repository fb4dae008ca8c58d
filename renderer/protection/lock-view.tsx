import './protection.css'
import { useState } from 'react'
import type { LockedProject } from '#app/contract'
import { say } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useOutbox } from '../shell/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { LockIcon } from '../ui/icons.tsx'
import { stayHere, unlock, useProtection } from './protection-store.ts'

/** All that the window shows of a project that is locked: its file's name, and a field for its passphrase. */
export function LockView({ locked }: { readonly locked: LockedProject }) {
  const { waiting } = useOutbox()
  return (
    <main className="lock">
      <div className="lock-panel">
        <LockHead title={say('protection.is-protected', { name: locked.fileName })} />
        <p className="lock-hint" role="status">
          {say(locked.wasOpen ? 'protection.locked-hint' : 'protection.open-hint')}{' '}
          {waiting > 0 && say('protection.waiting', { count: waiting })}
        </p>
        <UnlockForm />
        <div>
          <Button onPress={() => openDialog('projects')}>{say('protection.other-project')}</Button>
        </div>
      </div>
    </main>
  )
}

/** While what is not saved yet is saved: nothing of the project is in sight any more. */
export function LockingView() {
  const { failure } = useOutbox()
  return (
    <main className="lock" aria-busy="true">
      <div className="lock-panel">
        <LockHead title={say('protection.locking')} />
        <p className="lock-hint" role="status">
          {failure ? say('shell.not-saved', { why: failure.message }) : say('protection.locking-hint')}
        </p>
        <Button onPress={stayHere}>{say('protection.stay')}</Button>
      </div>
    </main>
  )
}

function LockHead({ title }: { readonly title: string }) {
  return (
    <>
      <span className="lock-sign">
        <LockIcon />
      </span>
      <h1 className="lock-title">{title}</h1>
    </>
  )
}

/** The field for the passphrase of the project that waits for one. */
export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const { opening, problem } = useProtection()
  const open = async () => {
    if (passphrase === '' || opening) return
    await unlock(passphrase)
    setPassphrase('')
  }
  return (
    <form
      className="lock-form"
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <Field
        label={say('protection.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        secret
        autoFocus
      />
      <p className="problem" role="alert">
        {problem}
      </p>
      <div>
        <Button kind="primary" disabled={passphrase === '' || opening} onPress={() => void open()}>
          {say(opening ? 'protection.opening' : 'protection.open')}
        </Button>
      </div>
    </form>
  )
}
