import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { WrittenFile } from '#app/formats/format'

type Files = AsyncIterable<WrittenFile> | Iterable<WrittenFile>

/** Files within a zip have one date: the same project makes the same bytes. */
const MTIME = new Date('2000-01-01T00:00:00Z')

/** Level 1 packs text to a fifth; more takes three times the time for a tenth less. */
const LEVEL = 1

/** Characters of text that are worth a call of the compressor. */
const PIECE = 1 << 16

/**
 * One zip of several files, as a stream of bytes. A file is asked for when the one before it has been packed, so
 * only a piece of one stands in memory. Whoever stops early leaves no file half read.
 */
export async function* zipped(files: Files): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  const open: { stream?: Readable } = {}
  const adding = addAll(zip, files, open).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    for await (const piece of output) yield piece
  } finally {
    open.stream?.destroy()
    await adding
  }
}

/** @param open is told which file is being read */
async function addAll(zip: ZipFile, files: Files, open: { stream?: Readable }): Promise<void> {
  for await (const { path, content } of files) {
    const stream = Readable.from(bytesOf(content), { objectMode: false })
    open.stream = stream
    zip.addReadStream(stream, path, { mtime: MTIME, mode: 0o100644, compressionLevel: LEVEL })
    await finished(stream)
  }
  zip.end()
}

/** Text as UTF-8. */
async function* bytesOf(content: WrittenFile['content']): AsyncGenerator<Uint8Array> {
  let gathered = ''
  for await (const piece of content) {
    if (typeof piece === 'string') {
      gathered += piece
      if (gathered.length < PIECE) continue
    }
    if (gathered !== '') yield Buffer.from(gathered, 'utf8')
    gathered = ''
    if (typeof piece !== 'string') yield piece
  }
  if (gathered !== '') yield Buffer.from(gathered, 'utf8')
}
