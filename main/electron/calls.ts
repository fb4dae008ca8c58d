import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { isCallName, type Outcome } from '#app/contract'
import type { Answer } from '#main/services/services'
import { CALL } from './channels.ts'
import { isOwnPage } from './pages.ts'

/** Answers the calls of our own windows: of their main frame, on one of our pages. */
export function answerCalls(answer: Answer): void {
  ipcMain.handle(
    CALL,
    (event, name: unknown, input: unknown, work: unknown): Promise<Outcome<unknown>> | Outcome<unknown> => {
      if (!isOurs(event)) return refused('This page may not use Assay.')
      if (!isCallName(name)) return refused('Assay has no such call.')
      return answer(name, input, typeof work === 'string' ? work : undefined)
    },
  )
}

function isOurs({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
}

const refused = (message: string): Outcome<never> => ({
  ok: false,
  failure: { code: 'invalid-input', message },
})
