import type { Range } from '../range.ts'
import { Kind, kindAt } from './characters.ts'

/** Nobody wraps narrower or wider than that; such lines are verses, lists, or whole paragraphs. */
const NARROWEST = 36
const WIDEST = 120

/**
 * The width, in UTF-16 units, at which a text was wrapped by hand or by a mail program; 0 where one line is one
 * paragraph. A wrapped text gives itself away: its lines are as full as their words allow, and many of them break
 * off in the middle of a sentence.
 *
 * @param lines every line of the text, trimmed; empty ones as empty ranges
 */
export function wrapWidth(text: string, lines: readonly Range[]): number {
  const width = usualMaximum(lines)
  if (width < NARROWEST || width > WIDEST) return 0
  let breaks = 0
  let full = 0
  let running = 0
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]
    const below = lines[i]
    if (!above || !below || isEmpty(above) || isEmpty(below)) continue
    breaks++
    if (!fits(text, above, below, width)) full++
    if (runsOn(text, above, below)) running++
  }
  return breaks > 0 && full >= 0.6 * breaks && running >= 0.3 * breaks ? width : 0
}

/**
 * True where the break between two lines was made for the width of the page only. A line that had room for the next
 * word was ended on purpose: a heading, a list, the end of a paragraph.
 */
export function isSoftBreak(text: string, above: Range, below: Range, width: number): boolean {
  if (isEmpty(above) || isEmpty(below) || kindAt(text, below.start) === Kind.Bullet) return false
  if (isShouted(text, above) && !isShouted(text, below)) return false
  if (fits(text, above, below, width)) return runsOn(text, above, below)
  // "am | 3. Mai", "he said | - and left": no list, if the sentence above is not at its end.
  return !endsWithMark(text, above) || !ITEM.test(text.slice(below.start, below.start + 8))
}

const ITEM = /^(?:[-*–—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/iu

const isEmpty = ({ start, end }: Range): boolean => start === end

// The width that at most one line in fifty exceeds: a long address on a line of its own is no reason to give up.
function usualMaximum(lines: readonly Range[]): number {
  const counts = new Uint32Array(WIDEST + 2)
  let total = 0
  for (const { start, end } of lines) {
    if (end === start) continue
    total++
    const length = Math.min(end - start, WIDEST + 1)
    counts[length] = (counts[length] ?? 0) + 1
  }
  let longer = 0
  for (let length = WIDEST + 1; length > 0; length--) {
    longer += counts[length] ?? 0
    if (longer > total / 50) return length
  }
  return 0
}

// Whether the first word of the line below would have had room on the line above.
function fits(text: string, above: Range, below: Range, width: number): boolean {
  let word = below.start
  if (isIdeographic(text, word)) word += 2
  else while (word < below.end && kindAt(text, word) !== Kind.Blank) word++
  return above.end - above.start + 1 + word - below.start <= width
}

const isIdeographic = (text: string, at: number): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text.charAt(at))

// Whether the sentence visibly goes on below: no mark at the end of the line, no capital at the start of the next.
function runsOn(text: string, above: Range, below: Range): boolean {
  const next = kindAt(text, below.start)
  if (next !== Kind.Lower && next !== Kind.Letter && next !== Kind.Comma) return false
  return !endsWithMark(text, above)
}

function endsWithMark(text: string, { start, end }: Range): boolean {
  let last = end - 1
  while (last > start && isClosing(kindAt(text, last))) last--
  return kindAt(text, last) >= Kind.Colon
}

const isClosing = (kind: number): boolean =>
  kind === Kind.Quote || kind === Kind.Close || kind === Kind.Format

function isShouted(text: string, { start, end }: Range): boolean {
  let capitals = 0
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i)
    if (kind === Kind.Lower || kind === Kind.Letter) return false
    if (kind === Kind.Upper) capitals++
  }
  return capitals > 3
}
