import { utilityProcess } from 'electron'
import type { ReaderAnswer } from '#main/import/reader-messages'
import { readerArguments, readerFile, type StartReader } from '#main/import/reader-process'

/** A process that reads, as Electron has it: Node's own way is shut in the packed program (electron-builder.yml). */
export const startUtilityReader: StartReader = (memory, listeners) => {
  const child = utilityProcess.fork(readerFile(), [], {
    execArgv: readerArguments(memory),
    serviceName: 'Assay reader',
    stdio: 'ignore',
  })
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  let ended = false
  child.on('message', (answer: ReaderAnswer) => listeners.answer(answer))
  child.on('exit', () => {
    if (!ended) listeners.end()
    ended = true
  })
  return {
    ask: question => child.postMessage(question),
    kill: () => {
      ended = true
      // One that is only about to start is not killed yet.
      if (!child.kill()) child.once('spawn', () => child.kill())
      return gone
    },
    // A utility process ends with the application; nothing waits for it.
    hold: () => {},
  }
}
