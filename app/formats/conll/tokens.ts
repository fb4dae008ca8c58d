import type { Range } from '../../text/range.ts'
import { tokensOf } from '../../text/tokens.ts'
import type { AnnotatedArticle } from '../corpus.ts'

/** An article's tokens by sentence. UTF-16 units of its text. */
export interface TokenSentence extends Range {
  /** Not empty. */
  readonly tokens: readonly Range[]
}

/** The sentences that have tokens. */
export const tokenSentences = ({ text, sentences }: AnnotatedArticle): TokenSentence[] =>
  sentences.flatMap(({ start, end }) => {
    const tokens = tokensOf(text, { start, end })
    return tokens.length > 0 ? [{ start, end, tokens }] : []
  })

/**
 * The tokens that share text with a range, as a half-open range of indices. A range in blank space gets the token
 * after it, or the last one. O(log n).
 *
 * @param tokens in order, at least one
 */
export function tokensIn(tokens: readonly Range[], { start, end }: Range): { from: number; to: number } {
  const from = Math.min(
    firstWhere(tokens, token => token.end > start),
    tokens.length - 1,
  )
  return {
    from,
    to: Math.max(
      from + 1,
      firstWhere(tokens, token => token.start >= end),
    ),
  }
}

/** Binary search: the first index whose token fulfils a condition that, once true, stays true. */
function firstWhere(tokens: readonly Range[], holds: (token: Range) => boolean): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token && holds(token)) high = middle
    else low = middle + 1
  }
  return low
}

/** A token as a file can hold it: what is a blank or the end of a line for other programs becomes U+FFFD. */
export const formOf = (text: string, { start, end }: Range): string =>
  text.slice(start, end).replace(CONTROLS, '\ufffd')

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
export const CONTROLS: RegExp = /[\0-\x1f\x7f-\x9f]/g
