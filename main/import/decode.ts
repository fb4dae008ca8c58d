import { analyse } from 'chardet'
import { Refusal } from '#app/failure'

/** Bytes of a legacy encoding that are looked at to tell it. */
const SAMPLE = 64 * 1024

/**
 * The text of a file: UTF-8, UTF-16 by its mark, or a legacy encoding told by chardet. Throws a refusal
 * (`unreadable`) for what is no text.
 */
export function decode(bytes: Uint8Array): string {
  const marked = byMark(bytes)
  if (marked) return strict(marked, bytes)
  if (isBinary(bytes))
    throw new Refusal('unreadable', 'The file is not text. Save it as text (UTF-8), then import that.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(legacyEncoding(bytes)).decode(bytes)
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function strict(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(
      'unreadable',
      `The file begins as ${encoding.toUpperCase()}, but is damaged further on. Get a whole copy of it.`,
    )
  }
}

/** True for what has a NUL in it, or more than a stray control character in a hundred. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true
  const sample = bytes.subarray(0, SAMPLE)
  let controls = 0
  for (const byte of sample) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls++
  return controls > 8 && controls > sample.length / 100
}

/** The likeliest encoding that the platform can decode; windows-1252 where nothing is likely. */
function legacyEncoding(bytes: Uint8Array): string {
  const wide = bytes.subarray(0, SAMPLE)
  for (const { name, confidence } of analyse(wide)) {
    if (confidence >= 10 && !name.startsWith('UTF') && isKnown(name)) return name
  }
  return 'windows-1252'
}

function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding)
    return true
  } catch {
    return false
  }
}
