/** A hit with what stands before and after it, as a concordance shows it. */
import type { Range } from '#app/text/range'

export interface Context {
  readonly left: string
  readonly hit: string
  readonly right: string
}

/** How much is shown on each side, in UTF-16 units. */
export const CONTEXT = 80
/** A hit that is longer, of a pattern say, is shown up to here. */
const LONGEST_HIT = 300

/** What stands around a range of a text. Cut between characters; line breaks and runs of blanks become one blank. */
export function contextOf(text: string, { start, end }: Range): Context {
  const from = backToCharacter(text, Math.max(start - CONTEXT, 0))
  const shown = end - start > LONGEST_HIT ? backToCharacter(text, start + LONGEST_HIT) : end
  const to = backToCharacter(text, Math.min(end + CONTEXT, text.length))
  return {
    left: onOneLine(text.slice(from, start)).trimStart(),
    hit: onOneLine(text.slice(start, shown)) + (shown < end ? '…' : ''),
    right: onOneLine(text.slice(end, Math.max(to, end))).trimEnd(),
  }
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** The nearest offset at or before this one that parts no surrogate pair, and no mark from its letter. */
function backToCharacter(text: string, offset: number): number {
  let at = offset
  while (at > 0 && at < text.length && (isLowHalf(text, at) || BELONGS.test(text.charAt(at)))) at--
  return at
}

const BELONGS = /[\p{M}\u200d]/u

const isLowHalf = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
