/** Reads files that nobody has looked at, apart from the application: what goes wrong here ends with this process. */
import { createHash } from 'node:crypto'
import { Refusal, toFailure } from '#app/failure'
import { normalise } from '#app/text/normalise'
import { type AnnotatedCorpus, isAnnotatedCorpus, readAnnotatedCorpus } from './import/annotated-corpus.ts'
import { LANGUAGE_SAMPLE, type ReaderAnswer, type ReaderQuestion } from './import/reader-messages.ts'
import { recordsWithin } from './import/references/references.ts'
import { previewTable } from './import/rows/preview-table.ts'
import { type Draft, readSource } from './import/source.ts'
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

async function answerTo(question: ReaderQuestion): Promise<ReaderAnswer> {
  if (question.ask === 'is-whole') {
    const { assertWholeAt } = await import('#main/store/open')
    assertWholeAt(question.path, question.key)
    return { is: 'whole' }
  }
  const { ask, bytes, fileName, options } = question
  if (ask === 'language')
    return { is: 'language', language: await languageOf(new TextDecoder().decode(bytes)) }
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
  const drafts = await withLanguages(await readSource(bytes, fileName, options))
  const codebook = { labels: [], attributes: [] }
  return { is: 'drafts', drafts, records: recordsWithin(bytes, fileName), codebook, sha256 }
}

async function answerOf(
  { drafts, labels, attributes }: AnnotatedCorpus,
  sha256: string,
): Promise<ReaderAnswer> {
  return {
    ...{ is: 'drafts', drafts: await withLanguages(drafts), records: [] },
    ...{ codebook: { labels, attributes }, sha256 },
  }
}

/** Drafts that do not say their language with what their text looks to be written in. */
async function withLanguages(drafts: readonly Draft[]): Promise<Draft[]> {
  const told: Draft[] = []
  for (const draft of drafts)
    told.push(draft.metadata.language ? draft : { ...draft, detectedLanguage: await languageOf(draft.text) })
  return told
}

/** The n-grams of all languages are read with the first text that is asked about. */
async function languageOf(text: string): Promise<string> {
  const { detectLanguage } = await import('#app/text/language')
  return detectLanguage(normalise(text.slice(0, LANGUAGE_SAMPLE)))
}

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
