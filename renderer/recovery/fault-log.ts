/** What goes wrong in the window is told to main, which logs it. */
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { fetchOffered } from '../shell/download.ts'
import { notify } from '../shell/notices.ts'

/** Faults that are told: one that comes with every frame is known after a few. */
const MOST = 20

let told = 0

/** Tells main of a fault. */
export function reportFault(fault: unknown): void {
  if (told++ >= MOST) return
  const { name, message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault))
  void call('fault.report', {
    name: name.slice(0, 200),
    message: message.slice(0, 5000),
    stack: stack.slice(0, 20_000),
  })
}

/** Begins to listen for faults that nobody caught. */
export function watchFaults(): void {
  window.addEventListener('error', ({ error, message }) => reportFault(error ?? message))
  window.addEventListener('unhandledrejection', ({ reason }) => reportFault(reason))
}

/** Saves the log for a report. */
export async function saveLog(): Promise<void> {
  const outcome = await call('fault.save-log', {})
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  if (outcome.value === null) return
  fetchOffered(outcome.value)
  notify(say('recovery.log-saved', { name: outcome.value.fileName }))
}
