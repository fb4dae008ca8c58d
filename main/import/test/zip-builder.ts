import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipMember {
  readonly name: string
  readonly content: Uint8Array | string
  /** What the directory says of its unpacked size, where that is to be a lie. */
  readonly claimedSize?: number
}

/** A zip archive of these members, written byte by byte so that tests can also write wrong ones. */
export function zipOf(members: readonly ZipMember[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const packed = pack(member)
    locals.push(packed.local)
    directory.push(entry(packed, offset))
    offset += packed.local.length
  }
  return archive(Buffer.concat(locals), directory)
}

/**
 * A bomb without nesting (D. Fifield, "A better zip bomb"), as to its principle: many entries of the directory share
 * the bytes of one file.
 */
export function overlappingZip(content: Uint8Array, entries: number): Uint8Array {
  const packed = pack({ name: 'a.txt', content })
  const names = Array.from({ length: entries }, (_, index) => `a${index}.txt`)
  return archive(
    packed.local,
    names.map(name => entry({ ...packed, name: Buffer.from(name) }, 0)),
  )
}

interface Packed {
  readonly name: Buffer
  readonly local: Buffer
  readonly crc: number
  readonly packedSize: number
  readonly size: number
}

function pack({ name, content, claimedSize }: ZipMember): Packed {
  const bytes = Buffer.from(content)
  const data = deflateRawSync(bytes)
  const encoded = Buffer.from(name)
  const size = claimedSize ?? bytes.length
  const crc = crc32(bytes)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(0x0800, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(encoded.length, 26)
  return { name: encoded, local: Buffer.concat([header, encoded, data]), crc, packedSize: data.length, size }
}

function entry({ name, crc, packedSize, size }: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(0x0800, 8)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packedSize, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

function archive(locals: Buffer, directory: readonly Buffer[]): Uint8Array {
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(locals.length, 16)
  return new Uint8Array(Buffer.concat([locals, entries, end]))
}
