import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ASK_AGAIN, type Header, readHeader } from '#app/exchange/exchange-file'
import { Refusal } from '#app/failure'

/** Bytes of the longest first line that is read for. */
const LONGEST = 1 << 16

/** Reads the first line of an exchange file, packed or not, and no more. Throws a refusal: `unreadable`, `newer-version`. */
export async function peekHeader(path: string): Promise<Header> {
  return readHeader(await firstLine(path))
}

/** By its first bytes, whatever its name. */
async function isPacked(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function firstLine(path: string): Promise<string> {
  const packed = createReadStream(path)
  const unpacked = (await isPacked(path)) ? createGunzip() : new PassThrough()
  packed.on('error', error => unpacked.destroy(error))
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    for await (const piece of packed.pipe(unpacked) as AsyncIterable<Buffer>) {
      // gunzip yields bytes
      const end = piece.indexOf(10)
      pieces.push(end < 0 ? piece : piece.subarray(0, end))
      bytes += piece.length
      if (end >= 0) return Buffer.concat(pieces).toString('utf8')
      if (bytes > LONGEST) break
    }
  } catch {
    // Said below: whatever is wrong with it, its first line cannot be had.
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
  throw new Refusal('unreadable', `It is packed, and damaged or cut off. ${ASK_AGAIN}`)
}
