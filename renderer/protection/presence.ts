/** Tells main that somebody is there, so that a protected project is locked only when nobody is. */
import { call } from '../door.ts'
import { useOutbox } from '../shell/outbox.ts'
import { isImporting } from '../transfer/import-store.ts'
import { isProtected, useProtection } from './protection-store.ts'

/** Milliseconds between two words of it. */
const SAID_EVERY = 20_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Begins to tell. @returns a function that stops it */
export function watchPresence(): () => void {
  let said = 0
  const stay = () => {
    if (Date.now() - said < SAID_EVERY || !isProtected() || useProtection.getState().locking) return
    said = Date.now()
    void call('project.stay', {})
  }
  // What is not saved yet, and files that come in one by one, want the project open, too.
  const work = setInterval(() => {
    if (useOutbox.getState().waiting > 0 || isImporting()) stay()
  }, SAID_EVERY)
  for (const sign of SIGNS) window.addEventListener(sign, stay, { capture: true, passive: true })
  return () => {
    clearInterval(work)
    for (const sign of SIGNS) window.removeEventListener(sign, stay, { capture: true })
  }
}
