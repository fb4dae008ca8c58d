/** The first half of an import: main has the file read. What writes it, in the jobs' thread, is large; nothing of it is here. */
import type { Content } from '#app/contract'
import type { Origin } from '#app/model/article'
import { NO_CODEBOOK } from './codebook-of-file.ts'
import { detectSafely, type Reading, readSafely } from './read-safely.ts'
import type { Reader } from './reader.ts'
import type { ReadOptions } from './source.ts'

/** A file, or a pasted text, that has been read: what an import writes. */
export interface Read {
  readonly reading: Reading
  /** Empty for a pasted text. */
  readonly fileName: string
  readonly origin: Origin | null
}

/** Reads a file, in a process that can be killed, or takes a pasted text. Throws a refusal with the reason. */
export async function readContent(content: Content, reader?: Reader, signal?: AbortSignal): Promise<Read> {
  if (content.kind === 'paste') {
    const { text, title } = content
    const draft = {
      ...{ text, metadata: { title } },
      detectedLanguage: await detectSafely(text, { signal }, reader),
    }
    return {
      reading: { drafts: [draft], records: [], codebook: NO_CODEBOOK, refused: [], sha256: '' },
      fileName: '',
      origin: null,
    }
  }
  const { bytes, name, columns, charset, url, format } = content
  const options: ReadOptions = {
    ...(columns ? { columns } : {}),
    ...(charset ? { charset } : {}),
    ...(url ? { url } : {}),
    ...(format ? { format } : {}),
  }
  const reading = await readSafely(bytes, name, { options, signal }, reader)
  const origin = reading.sha256 === '' ? null : { name: (url ?? name).slice(0, 4000), sha256: reading.sha256 }
  return { reading, fileName: name, origin }
}
