import type { Range } from '../../text/range.ts'
import { tokensOf } from '../../text/tokens.ts'

/** A token as spaCy has them. */
export interface TaskToken extends Range {
  /** Whether a space follows, which is no token of its own then. */
  ws: boolean
}

/**
 * The tokens of a text, such that every range begins with one and ends with one, and that they make up the whole
 * text with the spaces behind them: blank space is a token too, but for one space after a token, as in spaCy.
 */
export function taskTokens(text: string, ranges: readonly Range[]): TaskToken[] {
  const starts = new Set(ranges.map(range => range.start))
  const ends = new Set(ranges.map(range => range.end))
  const edges = [...new Set([...starts, ...ends])].sort((a, b) => a - b)
  const tokens: TaskToken[] = []
  let next = 0

  function add(from: number, end: number) {
    let start = from
    for (; next < edges.length; next++) {
      const edge = edges[next] ?? end
      if (edge >= end) break
      if (edge <= start) continue
      tokens.push({ start, end: edge, ws: false })
      start = edge
    }
    if (start < end) tokens.push({ start, end, ws: false })
  }

  let reached = 0
  const whole = { start: 0, end: text.length }
  for (const word of [...tokensOf(text, whole), { start: text.length, end: text.length }]) {
    const last = tokens.at(-1)
    const spaceFollows = last !== undefined && text[reached] === ' '
    if (spaceFollows && !starts.has(reached) && !ends.has(reached + 1)) {
      last.ws = true
      reached++
    }
    add(reached, word.start)
    add(word.start, word.end)
    reached = word.end
  }
  return tokens
}
