import { canonical } from './canonical.ts'
import type { Codebook } from './codebook.ts'
import { shortDigest } from './short-digest.ts'

const known = new WeakMap<Codebook, string>()

/**
 * A short name for what a codebook says: the same for the same content wherever it is. See `shortDigest`.
 */
export function codebookVersion(codebook: Codebook): string {
  const found = known.get(codebook)
  if (found !== undefined) return found
  const version = shortDigest(canonical(codebook))
  known.set(codebook, version)
  return version
}
