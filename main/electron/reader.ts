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
      child.kill()
    },
    // A utility process ends with the application; nothing waits for it.
    hold: () => {},
  }
}
