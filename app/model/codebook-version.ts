import { canonical } from './canonical.ts'
import type { Codebook } from './codebook.ts'

const known = new WeakMap<Codebook, string>()

/**
 * A short name for what a codebook says: 14 hexadecimal digits, the same for the same content wherever it is. It
 * tells versions apart, and is no protection against anybody (cyrb53, 53 bits).
 */
export function codebookVersion(codebook: Codebook): string {
  const found = known.get(codebook)
  if (found !== undefined) return found
  const version = hash(canonical(codebook)).toString(16).padStart(14, '0')
  known.set(codebook, version)
  return version
}

function hash(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
