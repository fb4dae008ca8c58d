import type { Range } from './range.ts'

/**
 * A word with what belongs into it (an apostrophe, a hyphen, a point between digits), one ideograph or kana, or
 * one other character that is not blank. A run of combining marks belongs to what it combines with.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]\p{M}*)+(?:['’\-‑](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]\p{M}*)+|[.,:](?:\p{N}\p{M}*)+)*|[^\s\p{L}\p{N}](?:\p{M}|\u200d)*/gu

/**
 * The tokens of a range of a text, in order, disjoint, covering all that is not blank: words and single signs,
 * as corpus tools count them. UTF-16 units of the text. No range of ours divides a surrogate pair, so no token does.
 */
export function tokensOf(text: string, { start, end }: Range): Range[] {
  const within = start === 0 && end === text.length ? text : text.slice(start, end)
  const tokens: Range[] = []
  for (let at = 0; at < within.length; ) {
    const plain = plainWordEnd(within, at)
    if (plain > at) {
      tokens.push({ start: start + at, end: start + plain })
      at = plain
    } else if (isPlainBlank(within.charCodeAt(at))) at++
    else {
      TOKEN.lastIndex = at
      const match = TOKEN.exec(within)
      if (!match) break
      at = match.index + match[0].length
      tokens.push({ start: start + match.index, end: start + at })
    }
  }
  return tokens
}

/**
 * Where a word ends that begins here and has only letters and digits of ASCII in it and a blank, comma or the end
 * after it; `at` where there is none. Most words of most texts are such, and cost no search with the pattern.
 */
function plainWordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++
  if (end === text.length || isPlainBlank(text.charCodeAt(end))) return end
  const ends = text.charCodeAt(end) === COMMA && isPlainBlank(text.charCodeAt(end + 1))
  return ends ? end : at
}

const COMMA = 0x2c

const isPlainLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)

const isPlainBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a
