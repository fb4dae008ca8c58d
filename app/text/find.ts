import { type Folded, fold, unfold } from './fold.ts'
import type { Range } from './range.ts'

/** So many matches are told; beyond that somebody has typed a blank. */
export const MOST_MATCHES = 50_000

/** All places where a text has these characters, from the first, not overlapping. Nothing for no characters. */
export function findExactly(text: string, wanted: string): Range[] {
  const found: Range[] = []
  if (wanted === '') return found
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length })
    if (found.length === MOST_MATCHES) break
  }
  return found
}

/** The same without regard to case, accents and kinds of quotation marks, dashes and blanks. Ranges are of the text itself. */
export function findFolded(folded: Folded, wanted: string): Range[] {
  return findExactly(folded.text, fold(wanted).text).map(match => unfold(folded, match))
}

/**
 * All places that a regular expression fits, from the first; such as have no characters are left out.
 *
 * @param ignoreCase also letters of the other case
 * @throws SyntaxError where the pattern is none. A hostile one takes for ever: call it where it can be stopped.
 */
export function findPattern(text: string, pattern: string, ignoreCase: boolean): Range[] {
  const found: Range[] = []
  for (const match of text.matchAll(new RegExp(pattern, ignoreCase ? 'gimu' : 'gmu'))) {
    if (match[0] === '') continue
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === MOST_MATCHES) break
  }
  return found
}

/** The first match at or after an offset, else the first of all; -1 where there is none. */
export function matchFrom(matches: readonly Range[], offset: number): number {
  if (matches.length === 0) return -1
  return Math.max(
    matches.findIndex(match => match.start >= offset),
    0,
  )
}
