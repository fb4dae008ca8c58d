import type { Failure } from '#app/failure'
import { Refusal } from '#app/failure'
import { openZip } from './open-zip.ts'

/** A file within an archive. */
export interface Member {
  /** Its path there, made harmless: never absolute, never upwards. */
  readonly name: string
  readonly content: Uint8Array | Failure
}

/** Files that programs put into archives for themselves. */
const FURNITURE = /(^|\/)(?:__MACOSX\/|\.[^/.][^/]*|Thumbs\.db$|desktop\.ini$)/i

/**
 * Unpacks an archive into memory; nothing of it is written to disk. A file that cannot be unpacked is given with
 * the reason, and leaves the others as they are. Throws a refusal where the archive as a whole is of no use.
 */
export async function members(bytes: Uint8Array): Promise<readonly Member[]> {
  const zip = await openZip(bytes)
  const names = zip.names.filter(name => !FURNITURE.test(name))
  if (names.length === 0) throw new Refusal('unreadable', 'The archive is empty.')
  const found: Member[] = []
  for (const name of names) {
    found.push({ name: harmless(name), content: await contentOf(() => zip.read(name)) })
  }
  return found
}

async function contentOf(read: () => Promise<Uint8Array>): Promise<Uint8Array | Failure> {
  try {
    return await read()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { code: thrown.code, message: thrown.message }
  }
}

/** A name that shows where a file was, and can lead nowhere: "../../etc/passwd" is "etc/passwd". */
export function harmless(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split('/')
  const kept = parts.filter(part => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
  return kept.join('/').slice(-1000) || 'unnamed'
}
