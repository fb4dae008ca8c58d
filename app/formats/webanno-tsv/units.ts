/** Units are the lines of WebAnno TSV: tokens, and sub-tokens where an annotation begins or ends within one. */
import type { Range } from '../../text/range.ts'

/** The units that an annotation stands on, in order: together they reach from its beginning to its end. */
export interface Units {
  /** A sub-token before the tokens. */
  readonly head?: SubToken
  /** Whole tokens, a half-open range of their indices. */
  readonly from: number
  readonly to: number
  /** A sub-token after the tokens. */
  readonly tail?: SubToken
}

export interface SubToken extends Range {
  /** The index of the token that it is written below. */
  readonly token: number
}

/**
 * The units of a range. Where it begins or ends in the blank space between tokens, a sub-token reaches out
 * of its token: INCEpTION takes the offsets of sub-tokens as they are.
 *
 * @param tokens in order, disjoint, at least one
 */
export function unitsOf(tokens: readonly Range[], { start, end }: Range): Units {
  const from = firstWhere(tokens, token => token.end > start)
  const last = firstWhere(tokens, token => token.start >= end) - 1
  const first = tokens[from]
  const final = tokens[last]
  if (!first || !final || from > last) {
    // Blank space alone: below the token before it.
    const token = Math.max(0, last)
    return { head: { start, end, token }, from: 0, to: 0 }
  }
  const begins = first.start === start
  const ends = final.end === end
  if (from === last) {
    return begins && ends ? { from, to: from + 1 } : { head: { start, end, token: from }, from: 0, to: 0 }
  }
  return {
    ...(begins ? {} : { head: { start, end: first.end, token: from } }),
    from: begins ? from : from + 1,
    to: ends ? last + 1 : last,
    ...(ends ? {} : { tail: { start: final.start, end, token: last } }),
  }
}

/** Binary search: the first index that fulfils a condition which, once true, stays true. */
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
