/**
 * Encryption of exchange files with a passphrase, in the format of `age` (age-encryption.org/v1): the tool of that
 * name opens them, and Assay opens its. What goes through is never in memory as a whole.
 */
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
// Its streams are those of the web, as Node has them; the library's types name those of the browser.
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { ASK_AGAIN } from '#app/exchange/exchange-file'
import { Refusal } from '#app/failure'
import { diskRefusal } from '#main/store/disk'

/** Bytes in which the beginning of an encrypted file says with what it is opened. */
const SEAL_HEAD = 4096

const FORMAT = 'age-encryption.org/v1\n'
/** The work that a passphrase costs, as a power of two: what the tool takes by itself, about a second and 256 MB. */
const WORK = 18
/** What a file may ask for: four times as much. */
const MOST_WORK = 20

/** Content, encrypted as it comes. */
export async function sealed(
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  passphrase: string,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(WORK)
  encrypter.setPassphrase(passphrase)
  const bytes = Readable.toWeb(Readable.from(asBytes(content)))
  return (await encrypter.encrypt(bytes as never)) as unknown as ReadableStream<Uint8Array>
}

/** The beginning of a file, which says whether and how it is encrypted. Throws a refusal: `disk`, `invalid-input`. */
export function headOf(path: string): Buffer {
  const head = Buffer.alloc(SEAL_HEAD)
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new Refusal('invalid-input', `${path} is no file. Name a file.`)
  try {
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head, 0, SEAL_HEAD, 0))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  }
}

/** Whether a file is encrypted, by its beginning. */
export const isSealed = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, FORMAT.length)).toString('latin1') === FORMAT

/**
 * Decrypts a file into another. Throws a refusal, and may leave a part: `needs-passphrase`, `wrong-passphrase`,
 * `unreadable`, `too-large`, `disk`.
 *
 * @param head of the file; see `headOf`
 */
export async function openSealed(
  from: string,
  to: string,
  head: Uint8Array,
  passphrase: string | undefined,
): Promise<void> {
  checkHead(Buffer.from(head).toString('latin1'))
  if (passphrase === undefined)
    throw new Refusal('needs-passphrase', 'It is encrypted. Give the passphrase that its sender chose.')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const file = createReadStream(from)
  try {
    const opened = await decrypter.decrypt(Readable.toWeb(file) as never)
    await pipeline(
      opened as unknown as ReadableStream<Uint8Array>,
      createWriteStream(to, { mode: 0o600, flags: 'wx' }),
    )
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched'))
      throw new Refusal(
        'wrong-passphrase',
        'The passphrase is another one. Try again, or ask the sender for it.',
      )
    throw (
      diskRefusal(error, to) ??
      new Refusal('unreadable', `It is encrypted, and damaged or cut off. ${ASK_AGAIN}`)
    )
  } finally {
    file.destroy()
  }
}

/** Says what a file is opened with before any work is done for it. */
function checkHead(head: string): void {
  const [, kind, work] = /^.*\n-> (\S+) (?:[\w+/]+ ([1-9]\d{0,9})|.*)\n/.exec(head) ?? []
  if (kind === undefined || (kind === 'scrypt' && work === undefined))
    throw new Refusal('unreadable', `It is encrypted, and damaged or cut off. ${ASK_AGAIN}`)
  if (kind !== 'scrypt')
    throw new Refusal(
      'unreadable',
      'It is encrypted for a key and not with a passphrase. Decrypt it with `age`, then merge what comes out.',
    )
  if (Number(work) > MOST_WORK)
    throw new Refusal('too-large', `It asks for more memory than any passphrase needs. ${ASK_AGAIN}`)
}

async function* asBytes(
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of content) yield typeof piece === 'string' ? encoder.encode(piece) : piece
}
