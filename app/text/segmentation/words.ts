import { isLetter, Kind, kindAt } from './characters.ts'

/** No abbreviation is longer; a longer run of letters is a word, and only its tail is looked at. */
const LONGEST = 24

/**
 * The word that ends at `end` (exclusive), not reaching before `floor`: letters, digits and what joins them inside
 * an abbreviation or a number ("Dipl.-Ing", "U.S", "1,000", "N°"). Single letters that stand apart are read together:
 * of "z. B" it gives "z. B".
 */
export function wordBefore(text: string, end: number, floor: number): string {
  const limit = Math.max(floor, end - LONGEST)
  let start = end
  while (start > limit && joinsWord(text, start - 1)) start--
  while (start - 3 >= limit && isSpacedLetter(text, start)) {
    start -= 2
    while (start > limit && joinsWord(text, start - 1)) start--
  }
  while (start < end && !isWordPart(kindAt(text, start))) start++
  return text.slice(start, end)
}

/** The run of letters and marks that starts at `start`, not reaching `ceiling`; '' if there is none. */
export function wordAfter(text: string, start: number, ceiling: number): string {
  const limit = Math.min(ceiling, start + LONGEST)
  let end = start
  while (end < limit && isWordPart(kindAt(text, end))) end++
  return text.slice(start, end)
}

const isWordPart = (kind: number): boolean => (kind >= Kind.Lower && kind <= Kind.Digit) || kind === Kind.Mark

function joinsWord(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  if (isWordPart(kind) || kind === Kind.Stop || kind === Kind.Format) return true
  const character = text[at]
  return (
    character === '-' ||
    character === '/' ||
    character === '’' ||
    character === "'" ||
    character === ',' ||
    character === '°'
  )
}

/** True where "x. " stands before `start` and a single letter at it: the two belong to one abbreviation. */
function isSpacedLetter(text: string, start: number): boolean {
  return (
    kindAt(text, start - 1) === Kind.Blank &&
    kindAt(text, start - 2) === Kind.Stop &&
    isLetter(kindAt(text, start - 3)) &&
    !isWordPart(kindAt(text, start - 4)) &&
    isLetter(kindAt(text, start)) &&
    !isLetter(kindAt(text, start + 1))
  )
}
