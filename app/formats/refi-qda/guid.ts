/** REFI-QDA asks for a GUID of everything. What has no UUID with us gets one that is made from what it is. */

/**
 * The same UUID (version 8) for the same parts, whatever the project: programs that merge projects then take
 * one label for one code. From 122 bits of two cyrb hashes, which is enough where nobody gains by a collision.
 */
export function guidOf(...parts: readonly string[]): string {
  const text = JSON.stringify(parts)
  const digits = [...hash(text, 1), ...hash(text, 2)].map(word => word.toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}

/** A GUID as it is compared: other programs write it in capitals or in braces. */
export const sameGuid = (guid: string): string => guid.replace(/^\{|\}$/g, '').toLowerCase()

/** Two words of 32 bits of a text (cyrb53 by bryc, public domain). */
function hash(text: string, seed: number): [number, number] {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [b >>> 0, a >>> 0]
}
