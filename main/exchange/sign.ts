/** Makes and checks the signatures of exchange files: see app/exchange/signature.ts. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { PublicKey, type Signature } from '#app/exchange/signature'

/** An Ed25519 key pair, each half in base64url. Plain, so that it can go to the thread that signs. */
export const SigningKey = z.strictObject({ publicKey: PublicKey, privateKey: PublicKey }).readonly()
export type SigningKey = z.infer<typeof SigningKey>

/** What a signature of Assay begins with, so that none of it passes for the signature of something else. */
const PURPOSE = 'assay exchange file 1\n'

const CURVE = { kty: 'OKP', crv: 'Ed25519' } as const

export function newSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return SigningKey.parse({ publicKey: x, privateKey: d })
}

/** @param sha256 hexadecimal, of all before the last line */
export function signed(sha256: string, { publicKey, privateKey }: SigningKey): Signature {
  const key = createPrivateKey({ key: { ...CURVE, x: publicKey, d: privateKey }, format: 'jwk' })
  const value = sign(null, Buffer.from(PURPOSE + sha256), key).toString('base64url')
  return { key: publicKey, value }
}

/** Whether a signature was made of this digest by the key that it names. */
export function isSignatureOf(sha256: string, { key, value }: Signature): boolean {
  const publicKey = createPublicKey({ key: { ...CURVE, x: key }, format: 'jwk' })
  return verify(null, Buffer.from(PURPOSE + sha256), publicKey, Buffer.from(value, 'base64url'))
}

/** Half of the SHA-256 of a key, as people read it to one another: `3f2a 9c01 …`, eight groups. */
export function fingerprintOf(key: PublicKey): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex')
  return (digest.slice(0, 32).match(/..../g) ?? []).join(' ')
}
