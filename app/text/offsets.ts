/**
 * The one place where offsets change their unit. Inside, Assay counts UTF-16 units, as JavaScript does. Files
 * and the command line speak in Unicode code points, as Python, R and Rust count. A lone surrogate is one
 * code point. An offset inside a surrogate pair, which no range of ours has, counts as the end of the pair.
 */

export interface OffsetMap {
  /** Length of the text in code points. */
  readonly codePoints: number
  /** The code points before a UTF-16 offset. O(1) for text without surrogates, else O(log pairs). */
  toCodePoints(utf16: number): number
  /** The UTF-16 units before a code point offset. */
  toUtf16(codePoints: number): number
}

/** Maps the offsets of one text. Costs one scan of it, and memory only for its surrogate pairs. */
export function offsetMap(text: string): OffsetMap {
  const pairs = surrogatePairs(text)
  if (pairs.length === 0) return { codePoints: text.length, toCodePoints: same, toUtf16: same }
  return {
    codePoints: text.length - pairs.length,
    // Every pair that begins before the offset is one code point instead of two units.
    toCodePoints: utf16 => utf16 - countBelow(pairs, index => (pairs[index] ?? 0) < utf16),
    // The pair at `index` begins at code point `pairs[index] - index`, as `index` pairs have shrunk before it.
    toUtf16: codePoints => codePoints + countBelow(pairs, index => (pairs[index] ?? 0) - index < codePoints),
  }
}

/** UTF-8 bytes of a text, as TextEncoder would write it (a lone surrogate becomes the three bytes of U+FFFD). */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (isPairAt(text, index)) {
      bytes += 4
      index++
    } else bytes += 3
  }
  return bytes
}

const same = (offset: number): number => offset

/** Offsets of the high halves of all surrogate pairs. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = []
  if (!/[\ud800-\udbff]/.test(text)) return pairs
  for (let index = 0; index < text.length; index++) {
    if (isPairAt(text, index)) {
      pairs.push(index)
      index++
    }
  }
  return pairs
}

function isPairAt(text: string, index: number): boolean {
  const high = text.charCodeAt(index)
  if (high < 0xd800 || high > 0xdbff) return false
  const low = text.charCodeAt(index + 1)
  return low >= 0xdc00 && low <= 0xdfff
}

/** How many indices from 0 fulfil a condition that holds up to some index and not after it. */
function countBelow(sorted: readonly number[], holds: (index: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
