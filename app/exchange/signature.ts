/**
 * The signature of an exchange file: who sent it, and that nobody changed it since. Ed25519 over the SHA-256 of all
 * before the last line. It says nothing of who made what is in the file: a file brings everybody's work.
 */
import { z } from 'zod'
import { AnnotatorId } from '../model/ids.ts'

/** 32 bytes in base64url, of which there is one way to write them: keys are compared as text. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
export type PublicKey = z.infer<typeof PublicKey>

export const Signature = z
  .strictObject({ key: PublicKey, value: z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/) })
  .readonly()
export type Signature = z.infer<typeof Signature>

/** A key that the person of this computer has bound to an annotator. One who works on two computers has two. */
export const TrustedSigner = z
  .strictObject({
    annotator: AnnotatorId,
    /** The annotator's name at that time. */
    name: z.string(),
    key: PublicKey,
    /** ISO 8601, UTC. */
    since: z.iso.datetime(),
  })
  .readonly()
export type TrustedSigner = z.infer<typeof TrustedSigner>

/** Whom a computer knows. */
export interface KnownSigners {
  readonly trusted: readonly TrustedSigner[]
  /** The keys of this computer itself. */
  readonly own: readonly PublicKey[]
}

export const NOBODY_KNOWN: KnownSigners = { trusted: [], own: [] }

/** What a signature is worth here. One that does not fit its file has no standing: such a file is refused whole. */
export type SignerStanding =
  /** Signed by this computer. */
  | 'own'
  /** Signed by a key that is bound to the sender. */
  | 'known'
  /** Signed by a key of which nobody has said whose it is. Taken. */
  | 'unknown'
  /** Signed by another key than those that are bound to the sender. Refused until the person takes it. */
  | 'changed'
  /** Not signed, and no key is bound to the sender. Taken. */
  | 'unsigned'
  /** Not signed, although a key is bound to the sender: anybody can take a signature off. Refused likewise. */
  | 'missing'

/** What a file's signature says, for a person. Who the sender is stands in the header: `by`. */
export interface SignatureReport {
  readonly standing: SignerStanding
  /** Null where the file is not signed. */
  readonly key: PublicKey | null
  /** Of the key, to be compared over the telephone: eight groups of four hexadecimal digits; null without a key. */
  readonly fingerprint: string | null
}

/** @param key null where the file is not signed */
export function standingOf(
  key: PublicKey | null,
  sender: AnnotatorId,
  { trusted, own }: KnownSigners,
): SignerStanding {
  const bound = trusted.filter(({ annotator }) => annotator === sender)
  if (key === null) return bound.length > 0 ? 'missing' : 'unsigned'
  if (own.includes(key)) return 'own'
  if (bound.some(one => one.key === key)) return 'known'
  return bound.length > 0 ? 'changed' : 'unknown'
}

/** What a person takes although it is not as it was: a key, by its fingerprint, or that a file is not signed any more. */
export const Accepted = z.union([z.string().regex(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/), z.literal('unsigned')])
export type Accepted = z.infer<typeof Accepted>

/** Whether a file may be merged: its standing leaves no doubt, or the person has taken just this. */
export function isAccepted(
  { standing, fingerprint }: SignatureReport,
  accepted: readonly Accepted[],
): boolean {
  switch (standing) {
    case 'changed':
      return fingerprint !== null && accepted.includes(fingerprint)
    case 'missing':
      return accepted.includes('unsigned')
    case 'own':
    case 'known':
    case 'unknown':
    case 'unsigned':
      return true
  }
}
