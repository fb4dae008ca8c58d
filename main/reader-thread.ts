/** Reads files that nobody has looked at, apart from the rest: what goes wrong here ends with this thread. */
import { parentPort } from 'node:worker_threads'
import { Refusal, toFailure } from '#app/failure'
import type { ReaderAnswer, ReaderQuestion } from './import/reader-messages.ts'
import { recordsWithin } from './import/references/references.ts'
import { previewTable } from './import/rows/preview-table.ts'
import { readSource } from './import/source.ts'
import { members } from './import/zip/members.ts'

const port = parentPort
if (!port) throw new Error('reader-thread.ts runs as a thread only.')

port.on('message', async (question: ReaderQuestion) => {
  try {
    const answer = await answerTo(question)
    port.postMessage(answer, contents(answer))
  } catch (thrown) {
    const failure = toFailure(known(thrown), console.error)
    port.postMessage({ is: 'failure', failure } satisfies ReaderAnswer)
  }
})

async function answerTo({ ask, bytes, fileName, options }: ReaderQuestion): Promise<ReaderAnswer> {
  if (ask === 'members') return { is: 'members', members: await members(bytes) }
  if (ask === 'table') return { is: 'table', table: await previewTable(bytes, fileName) }
  const drafts = await readSource(bytes, fileName, options)
  return { is: 'drafts', drafts, records: recordsWithin(bytes, fileName) }
}

/** The memory that an answer hands over instead of copying it. */
function contents(answer: ReaderAnswer): ArrayBuffer[] {
  if (answer.is !== 'members') return []
  return answer.members
    .map(member => (member.content instanceof Uint8Array ? member.content.buffer : undefined))
    .filter(buffer => buffer instanceof ArrayBuffer)
}

/** What a reader stumbles over without a word is nearly always the file's fault, and then the next one is no worse. */
function known(thrown: unknown): unknown {
  if (thrown instanceof Refusal) return thrown
  console.error(thrown)
  return new Refusal(
    'unreadable',
    'Assay could not make sense of the file. Save it again, perhaps in another format.',
  )
}
