import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ASK_AGAIN, type Header, readHeader } from '#app/exchange/exchange-file'
import { Refusal } from '#app/failure'

/** Bytes of the longest first line that is read for. */
const LONGEST = 1 << 16

/** Reads the first line of a packed exchange file, and no more. Throws a refusal: `unreadable`, `newer-version`. */
export async function peekHeader(path: string): Promise<Header> {
  return readHeader(await firstLine(path))
}

async function firstLine(path: string): Promise<string> {
  const packed = createReadStream(path)
  const unpacked = createGunzip()
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
