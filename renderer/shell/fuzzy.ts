/** Finds what somebody means who types some of its letters, in their order. */

export interface Match {
  /** Higher is better; comparable for one query only. */
  readonly score: number
  /** Indices of the letters that matched, in UTF-16 units of the text, rising. */
  readonly places: readonly number[]
}

const IN_A_ROW = 6
const BEGINS_WORD = 8
const BEGINS_TEXT = 4
/** For each letter that is skipped between the first and the last match. */
const SKIPPED = -0.4
/** Before the first match, where no word of the query begins. */
const LATE = -0.05

/**
 * Matches a query with a text: every letter of the query has to occur, in order, whatever its case and accents; blanks
 * of the query are let be. Of all the ways in which it matches, the best: letters that begin words or stand in a row
 * count most.
 *
 * @returns undefined where it does not match; for an empty query a match of nothing
 */
export function fuzzyMatch(query: string, text: string): Match | undefined {
  const wanted = Array.from(query, plain).join('').match(/\S/gu) ?? []
  if (wanted.length === 0) return { score: 0, places: [] }
  const letters = Array.from(text, one => [...plain(one)][0] ?? one)
  const starts = unitsOf(text)
  let row: (Way | undefined)[] = []
  for (const [step, letter] of wanted.entries()) row = next(step, letter, letters, row)
  const best = row.reduce((a, b) => (b && (!a || b.score > a.score) ? b : a), undefined)
  if (!best) return undefined
  const places: number[] = []
  for (let way: Way | undefined = best; way; way = way.before) places.unshift(starts[way.at] ?? 0)
  return { score: best.score - letters.length * 0.01, places }
}

/** The best way to have matched up to a letter of the query, which is at a letter of the text. */
interface Way {
  readonly at: number
  readonly score: number
  readonly before: Way | undefined
}

/** The best ways that end at each letter of the text, one letter of the query further. */
function next(
  step: number,
  letter: string,
  letters: readonly string[],
  before: readonly (Way | undefined)[],
): (Way | undefined)[] {
  // The best so far that is not directly before; its score falls with each letter that is skipped.
  let far: Way | undefined
  let farScore = Number.NEGATIVE_INFINITY
  return letters.map((here, at) => {
    const near = at > 0 ? before[at - 1] : undefined
    farScore += SKIPPED
    const older = at > 1 ? before[at - 2] : undefined
    if (older && older.score + SKIPPED > farScore) {
      far = older
      farScore = older.score + SKIPPED
    }
    if (here !== letter) return undefined
    const own = 1 + (at === 0 ? BEGINS_TEXT : 0) + (beginsWord(letters, at) ? BEGINS_WORD : 0)
    if (step === 0) return { at, score: own + at * LATE, before: undefined }
    const row = near ? near.score + IN_A_ROW : Number.NEGATIVE_INFINITY
    if (row === Number.NEGATIVE_INFINITY && !far) return undefined
    return row >= farScore
      ? { at, score: row + own, before: near }
      : { at, score: farScore + own, before: far }
  })
}

const beginsWord = (letters: readonly string[], at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '')

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Where each character of a text begins, in UTF-16 units. */
function unitsOf(text: string): number[] {
  const starts: number[] = []
  let unit = 0
  for (const character of text) {
    starts.push(unit)
    unit += character.length
  }
  return starts
}

/** A text in pieces, those that matched and those that did not, in their order. */
export function pieces(text: string, places: readonly number[]): { text: string; matched: boolean }[] {
  const marked = new Set(places)
  const out: { text: string; matched: boolean }[] = []
  let unit = 0
  for (const character of text) {
    const matched = marked.has(unit)
    const last = out.at(-1)
    if (last?.matched === matched) last.text += character
    else out.push({ text: character, matched })
    unit += character.length
  }
  return out
}
