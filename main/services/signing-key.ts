/**
 * Where the key is kept with which a person signs what they share. It is made when it is first needed: sealed by the
 * key store of the system where the host can reach one, else in a file that nobody but its owner may read.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PublicKey } from '#app/exchange/signature'
import { Refusal } from '#app/failure'
import { newSigningKey, SigningKey } from '#main/exchange/sign'
import { diskRefusal } from '#main/store/disk'

/** The key store of the system: what it seals, only this person on this computer opens. Both throw where it fails. */
export interface Vault {
  seal(secret: string): Promise<Uint8Array>
  open(sealed: Uint8Array): Promise<string>
}

/** In the data folder. Node reaches no key store: the command line and the browser host have a key of their own. */
const PLAIN = 'signing-key.json'
const SEALED = 'signing-key.sealed.json'

const Sealed = z.strictObject({ publicKey: PublicKey, sealed: z.base64() })

/** The key of this person on this computer, made when there is none. Throws a refusal: `unreadable`, `disk`. */
export function signingKey(folder: string, vault: Vault | null): Promise<SigningKey> {
  return vault ? sealedKey(join(folder, SEALED), vault) : plainKey(join(folder, PLAIN))
}

/** The public halves of the keys that there are. Those that cannot be read are left out. */
export function ownKeys(folder: string): PublicKey[] {
  const Kept = z.object({ publicKey: PublicKey })
  return [PLAIN, SEALED].flatMap(name => {
    const kept = Kept.safeParse(jsonIn(join(folder, name)))
    return kept.success ? [kept.data.publicKey] : []
  })
}

async function plainKey(path: string): Promise<SigningKey> {
  if (!existsSync(path)) {
    const key = newSigningKey()
    if (wrote(path, key)) return key
  }
  const kept = SigningKey.safeParse(jsonIn(path))
  if (!kept.success) throw damaged(path)
  return kept.data
}

async function sealedKey(path: string, vault: Vault): Promise<SigningKey> {
  if (!existsSync(path)) {
    const key = newSigningKey()
    const sealed = Buffer.from(await vault.seal(key.privateKey)).toString('base64')
    if (wrote(path, { publicKey: key.publicKey, sealed })) return key
  }
  const kept = Sealed.safeParse(jsonIn(path))
  if (!kept.success) throw damaged(path)
  const { publicKey, sealed } = kept.data
  const privateKey = await vault.open(Buffer.from(sealed, 'base64')).catch(() => undefined)
  const key = SigningKey.safeParse({ publicKey, privateKey })
  if (!key.success) throw damaged(path)
  return key.data
}

/** @returns false where somebody else has made the file meanwhile */
function wrote(path: string, content: object): boolean {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, `${JSON.stringify(content)}\n`, { flag: 'wx', mode: 0o600, flush: true })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw diskRefusal(error, path) ?? error
  }
}

/** Undefined where there is none that can be read. */
function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const damaged = (path: string): Refusal =>
  new Refusal(
    'unreadable',
    `Your key in ${path} cannot be opened any more. Remove that file to begin with a new key, of which your colleagues will be asked; or share without a signature.`,
  )
