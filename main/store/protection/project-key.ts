/**
 * The key of a protected project, and what it is made of. Such a file is one of SQLCipher 4, as the tool of that name and
 * others read it: every page, and every page in the log of changes beside it, encrypted with AES-256-CBC and signed with
 * HMAC-SHA-512; the key from the passphrase by PBKDF2-HMAC-SHA-512, 256,000 rounds; the salt in the first 16 bytes. Of
 * those the first six say that Assay made it: so it is told from a damaged file, and nothing beside it can be lost.
 */
import { createDecipheriv, createHmac, pbkdf2, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '#app/failure'
import { diskRefusal } from '../disk.ts'

const derive = promisify(pbkdf2)

/** What a protected file begins with. */
const MARK = Buffer.from('Assay\0', 'latin1')

const SALT = 16
const KEY = 32
const ROUNDS = 256_000

/** Bytes of a page of a protected file: 4096, of which the last hold its initial vector and its signature. */
export const PAGE = 4096
const VECTOR = 16
const SIGNATURE = 64
/** Bytes of a page that are not SQLite's own. */
export const RESERVED = VECTOR + SIGNATURE

/** How the key that signs pages is made of the key, by SQLCipher's rule. */
const SIGNING = { mask: 0x3a, rounds: 2 }

declare const isKey: unique symbol
/** 32 bytes with which pages are encrypted, then the 16 bytes of the file's salt. Never written anywhere. */
export type ProjectKey = Uint8Array & { readonly [isKey]: true }

/** A key for a file that is to be protected. */
export const newProjectKey = (passphrase: string): Promise<ProjectKey> =>
  keyWith(passphrase, Buffer.concat([MARK, randomBytes(SALT - MARK.length)]))

/** Whether a file begins as a protected one. Not for a file that this process has open: closing it lets go of SQLite's locks. */
export const isProtected = (path: string): boolean => readAt(path, 0, MARK.length)?.equals(MARK) ?? false

/**
 * The key of a protected file, which nobody of this process has open. Throws a refusal: `wrong-passphrase`; `disk`,
 * `not-found` where it cannot be read.
 */
export async function keyOfFile(path: string, passphrase: string): Promise<ProjectKey> {
  const salt = readAt(path, 0, SALT)
  if (!salt) throw unreadable(path)
  const key = await keyWith(passphrase, salt)
  if (opens(key, path)) return key
  throw new Refusal(
    'wrong-passphrase',
    `This is not the passphrase of ${basename(path)}. Try again; nothing was changed.`,
  )
}

/** Whether a passphrase is the one of a key. */
export async function opensWith(key: ProjectKey, passphrase: string): Promise<boolean> {
  return timingSafeEqual(await keyWith(passphrase, saltOf(key)), key)
}

/** Whether a file is protected with this very key. As `isProtected`, not for a file that is open. */
export const isOf = (key: ProjectKey, path: string): boolean =>
  readAt(path, 0, SALT)?.equals(saltOf(key)) ?? false

/** Whether a file is protected, and not with this key. As `isProtected`, not for a file that is open. */
export const isOtherwiseProtected = (key: ProjectKey | undefined, path: string): boolean =>
  isProtected(path) && !(key && isOf(key, path))

/** The refusal of a protected file without its passphrase. */
export const needsPassphrase = (path: string): Refusal =>
  new Refusal('needs-passphrase', `${basename(path)} is protected. Give its passphrase.`)

/** As SQLCipher takes a key that needs no work any more. */
export const asRawKey = (key: ProjectKey): Buffer =>
  Buffer.from(`x'${Buffer.from(key.buffer, key.byteOffset, key.length).toString('hex')}'`)

/** Overwrites a key that is needed no more. */
export const forget = (key: ProjectKey | undefined): void => void key?.fill(0)

/**
 * Reads the pages of a protected file.
 *
 * @returns what a page holds, by its number from 1, as SQLite has it without protection; undefined where its signature is
 *   not that of the key: the page is damaged, or the key another one
 */
export function pageOpener(key: ProjectKey): (page: Buffer, number: number) => Buffer | undefined {
  const salt = saltOf(key)
  const secret = key.subarray(0, KEY)
  const signing = pbkdf2Sync(
    secret,
    salt.map(byte => byte ^ SIGNING.mask),
    SIGNING.rounds,
    KEY,
    'sha512',
  )
  return (page, number) => {
    const start = number === 1 ? SALT : 0
    const body = page.subarray(start, PAGE - RESERVED)
    const vector = page.subarray(PAGE - RESERVED, PAGE - SIGNATURE)
    const place = Buffer.alloc(4)
    place.writeUInt32LE(number)
    const signature = createHmac('sha512', signing).update(body).update(vector).update(place).digest()
    if (!timingSafeEqual(signature, page.subarray(PAGE - SIGNATURE))) return undefined
    const cipher = createDecipheriv('aes-256-cbc', secret, vector).setAutoPadding(false)
    const plain = Buffer.concat([cipher.update(body), cipher.final(), page.subarray(PAGE - RESERVED)])
    return number === 1 ? Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), plain]) : plain
  }
}

async function keyWith(passphrase: string, salt: Buffer): Promise<ProjectKey> {
  // What looks the same is the same, whichever keyboard it comes from.
  const secret = await derive(passphrase.normalize('NFC'), salt, ROUNDS, KEY, 'sha512')
  // The only place in which such bytes are made.
  return new Uint8Array(Buffer.concat([secret, salt])) as ProjectKey
}

const saltOf = (key: ProjectKey): Buffer => Buffer.from(key.subarray(KEY))

/** Pages that are tried: one alone may be damaged. */
const TRIED = 64

/** Whether a page of the file is signed with the key. */
function opens(key: ProjectKey, path: string): boolean {
  const open = pageOpener(key)
  for (let number = 1; number <= TRIED; number++) {
    const page = readAt(path, (number - 1) * PAGE, PAGE)
    if (!page) return false
    if (open(page, number)) return true
  }
  return false
}

/** Bytes of a file; undefined where it ends before. Throws what the disk says. */
function readAt(path: string, from: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  }
  try {
    return readSync(file, bytes, 0, length, from) === length ? bytes : undefined
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  } finally {
    closeSync(file)
  }
}

const unreadable = (path: string): Refusal =>
  new Refusal('unreadable', `${basename(path)} is not an Assay project. Choose a file that Assay made.`)
