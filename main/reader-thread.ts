/** Reads files that nobody has looked at, apart from the application: what goes wrong here ends with this process. */
import { createHash } from 'node:crypto'
import { Refusal, toFailure } from '#app/failure'
import { type AnnotatedCorpus, isAnnotatedCorpus, readAnnotatedCorpus } from './import/annotated-corpus.ts'
import type { ReaderAnswer, ReaderQuestion } from './import/reader-messages.ts'
import { recordsWithin } from './import/references/references.ts'
import { previewTable } from './import/rows/preview-table.ts'
import { readSource } from './import/source.ts'
import { type Member, members } from './import/zip/members.ts'

/** As much of Electron's `process.parentPort` as is used. */
interface MessagePortMain {
  on(event: 'message', listener: (message: { readonly data: ReaderQuestion }) => void): void
  postMessage(answer: ReaderAnswer): void
}

const answer = async (question: ReaderQuestion): Promise<ReaderAnswer> => {
  try {
    return await answerTo(question)
  } catch (thrown) {
    return { is: 'failure', failure: toFailure(known(thrown), console.error) }
  }
}

// Electron's utility process has a port in the place of Node's channel.
const { parentPort } = process as unknown as { readonly parentPort?: MessagePortMain }
if (parentPort) parentPort.on('message', async ({ data }) => parentPort.postMessage(await answer(data)))
else process.on('message', async (question: ReaderQuestion) => process.send?.(await answer(question)))

async function answerTo({ ask, bytes, fileName, options }: ReaderQuestion): Promise<ReaderAnswer> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (ask === 'members') {
    const inside = await members(bytes)
    const corpus = await readAnnotatedCorpus(inside.flatMap(readable), options.format)
    return corpus ? answerOf(corpus, sha256) : { is: 'members', members: inside }
  }
  const files = [{ path: fileName, bytes }]
  if (ask === 'table')
    return { is: 'table', table: isAnnotatedCorpus(files) ? undefined : await previewTable(bytes, fileName) }
  const corpus = options.columns ? undefined : await readAnnotatedCorpus(files, options.format)
  if (corpus) return answerOf(corpus, sha256)
  const drafts = await readSource(bytes, fileName, options)
  const codebook = { labels: [], attributes: [] }
  return { is: 'drafts', drafts, records: recordsWithin(bytes, fileName), codebook, sha256 }
}

const answerOf = ({ drafts, labels, attributes }: AnnotatedCorpus, sha256: string): ReaderAnswer => ({
  ...{ is: 'drafts', drafts, records: [] },
  ...{ codebook: { labels, attributes }, sha256 },
})

const readable = ({ name, content }: Member) =>
  content instanceof Uint8Array ? [{ path: name, bytes: content }] : []

/** What a reader stumbles over without a word is nearly always the file's fault, and then the next one is no worse. */
function known(thrown: unknown): unknown {
  if (thrown instanceof Refusal) return thrown
  console.error(thrown)
  return new Refusal(
    'unreadable',
    'Assay could not make sense of the file. Save it again, perhaps in another format.',
  )
}
