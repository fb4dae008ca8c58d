/** Reads files that nobody has looked at, apart from the rest: what goes wrong here ends with this thread. */
import { parentPort } from 'node:worker_threads'
import { toFailure } from '#app/failure'
import type { ReaderAnswer, ReaderQuestion } from './import/reader-messages.ts'
import { recordsWithin } from './import/references/references.ts'
import { readSource } from './import/source.ts'
import { members } from './import/zip/members.ts'

const port = parentPort
if (!port) throw new Error('reader-thread.ts runs as a thread only.')

port.on('message', async (question: ReaderQuestion) => {
  try {
    const answer = await answerTo(question)
    const buffers =
      answer.is === 'members'
        ? answer.members.map(member => member.content).filter(one => one instanceof Uint8Array)
        : []
    port.postMessage(
      answer,
      [...new Set(buffers.map(content => content.buffer))].filter(buffer => buffer instanceof ArrayBuffer),
    )
  } catch (thrown) {
    port.postMessage({ is: 'failure', failure: toFailure(thrown, console.error) } satisfies ReaderAnswer)
  }
})

async function answerTo(question: ReaderQuestion): Promise<ReaderAnswer> {
  const { bytes, fileName } = question
  switch (question.ask) {
    case 'members':
      return { is: 'members', members: await members(bytes) }
    case 'drafts':
      return {
        is: 'drafts',
        drafts: await readSource(bytes, fileName, question.options),
        records: recordsWithin(bytes, fileName),
      }
  }
}
