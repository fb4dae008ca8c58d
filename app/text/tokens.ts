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
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(within); match; match = TOKEN.exec(within)) {
    tokens.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return tokens
}
