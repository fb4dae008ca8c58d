/** What the command line says and asks of the signatures of exchange files. */
import type { MergeReport } from '#app/exchange/merge-report'
import { Accepted, type KnownSigners } from '#app/exchange/signature'
import { assertNever, Refusal } from '#app/failure'
import { type Call, optionsOf } from './command.ts'
import { localSettings, localSigners } from './project.ts'

export const SIGNATURE_OPTIONS = {
  trust: { type: 'string', multiple: true },
  'allow-unsigned': { type: 'boolean' },
} as const

export const SIGNATURE_USAGE = '[--trust FINGERPRINT]… [--allow-unsigned]'

/** What a merge asks: whom this computer knows, and what the person takes besides. */
export function signing(call: Call): { signers: KnownSigners; accepted: Accepted[] } {
  const trusted = optionsOf(call, 'trust').map(fingerprintFrom)
  return {
    signers: localSigners(),
    accepted: call.options['allow-unsigned'] === true ? [...trusted, 'unsigned'] : trusted,
  }
}

/** Binds the keys that the person named to the senders of the files that were merged. */
export function bindSigners(reports: readonly MergeReport[], accepted: readonly Accepted[]): void {
  const settings = localSettings()
  for (const { header, signature } of reports) {
    const { standing, key, fingerprint } = signature
    if (key === null || fingerprint === null || !accepted.includes(fingerprint)) continue
    if (standing === 'unknown' || standing === 'changed') settings.trustSigner(header.by, key)
  }
}

/** A fingerprint as a person writes it: with spaces or without, in any case. */
export function fingerprintFrom(words: string): Accepted {
  const digits = words.toLowerCase().replace(/[\s:]/g, '')
  const fingerprint = Accepted.safeParse((digits.match(/.{1,4}/g) ?? []).join(' '))
  if (fingerprint.success && digits !== 'unsigned') return fingerprint.data
  throw new Refusal(
    'invalid-input',
    'A fingerprint is 32 hexadecimal digits, as `assay key` prints them on the computer of whoever signs.',
  )
}

/** One line on a signature. */
export function describeSignature({
  header: { by },
  signature: { standing, fingerprint },
}: MergeReport): string {
  switch (standing) {
    case 'own':
      return 'signed on this computer'
    case 'known':
      return `signed by ${by.name}, whose key is known`
    case 'unknown':
      return `signed by a key that is not known yet: ${fingerprint}; if ${by.name} says that it is theirs, --trust it`
    case 'changed':
      return `SIGNED BY ANOTHER KEY than the files of ${by.name} before: ${fingerprint}; ask ${by.name} for theirs, and only then --trust it`
    case 'unsigned':
      return 'not signed'
    case 'missing':
      return `NOT SIGNED, although the files of ${by.name} were before; ask ${by.name} whether it is theirs, and only then --allow-unsigned`
    default:
      return assertNever(standing)
  }
}
