import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { Refusal } from '#app/failure'

/** More files than any archive of articles has. */
const MOST_ENTRIES = 20_000
/** Largest file within an archive, unpacked, in bytes: the same as for a file outside. */
const LARGEST_ENTRY = 64 * 1024 * 1024
/** All that is unpacked of one archive, in bytes. */
const LARGEST_TOTAL = 512 * 1024 * 1024

export const DAMAGED_ZIP = 'The archive is damaged or incomplete. Get a whole copy of it.'

/** A zip archive in memory. It is counted while it unpacks, whatever its directory claims. */
export interface Zip {
  /** The names as they stand in it, folders left out. */
  readonly names: readonly string[]
  has(name: string): boolean
  isEncrypted(name: string): boolean
  /** Throws a refusal where the file is missing, encrypted, damaged or larger than Assay takes. */
  read(name: string): Promise<Uint8Array>
  /** The same as text in UTF-8; empty where there is no such file. */
  text(name: string): Promise<string>
}

/** Opens a zip archive. Throws a refusal where it is none, or is broken, or is made to burst. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const { file, entries } = await directory(bytes)
  let unpacked = 0
  const read = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new Refusal('unreadable', DAMAGED_ZIP)
    if (entry.isEncrypted())
      throw new Refusal(
        'unreadable',
        'It is protected by a password. Remove the password, then import it again.',
      )
    const content = await unpack(file, entry, Math.min(LARGEST_ENTRY, LARGEST_TOTAL - unpacked))
    unpacked += content.length
    return content
  }
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    isEncrypted: name => entries.get(name)?.isEncrypted() ?? false,
    read,
    text: async name => (entries.has(name) ? new TextDecoder().decode(await read(name)) : ''),
  }
}

async function directory(bytes: Uint8Array): Promise<{ file: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>()
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Names are decoded here: yauzl would refuse the whole archive for one bad name.
    const file = await fromBufferPromise(buffer, { decodeStrings: false })
    if (file.entryCount > MOST_ENTRIES) throw tooLarge()
    let packed = 0
    for await (const entry of file.eachEntry()) {
      packed += entry.compressedSize
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      )
      if (!name.endsWith('/') && !entries.has(name)) entries.set(name, entry)
    }
    // Files that lie over one another are what a bomb without nesting is made of.
    if (packed > bytes.length) throw tooLarge()
    return { file, entries }
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal('unreadable', DAMAGED_ZIP)
  }
}

async function unpack(file: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > limit) throw tooLarge()
  try {
    const chunks: Buffer[] = []
    let length = 0
    const stream = await file.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      length += chunk.length
      if (length > limit) throw tooLarge()
      chunks.push(chunk)
    }
    // Of its own memory: a small Buffer would be part of a larger one, and be sent with it.
    const content = new Uint8Array(length)
    let at = 0
    for (const chunk of chunks) {
      content.set(chunk, at)
      at += chunk.length
    }
    if (crc32(content) !== entry.crc32) throw new Error('The checksum is another.')
    return content
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal('unreadable', DAMAGED_ZIP)
  }
}

const tooLarge = () =>
  new Refusal(
    'too-large',
    'Unpacked, it is larger than Assay takes (64 MB a file, 512 MB in all). Unpack it yourself, then import what you need.',
  )
