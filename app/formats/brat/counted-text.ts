import { Refusal } from '../../failure.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checkRange } from '../lines.ts'
import { onOneLine } from '../one-line.ts'
import type { Span } from './read-lines.ts'

/** A text with what the offsets in the file beside it count. */
export interface CountedText {
  readonly text: string
  /** In the unit of the offsets. */
  readonly length: number
  toUtf16(offset: number): number
}

/**
 * The text of a file, counted as its annotations do. brat counts code points of the file as it stands, with its byte
 * order mark and carriage returns. Programs that write brat's files leave those out, or count UTF-16 units, and git
 * may have put carriage returns in; the words that the annotations quote tell which it is. Where they tell nothing,
 * it is as in brat.
 *
 * @throws a refusal (`unreadable`) that names the first line whose words stand elsewhere in every way of counting
 */
export function countedText(file: GivenFile, spans: Iterable<Span>): CountedText {
  const all = [...spans]
  const [asInBrat, ...others] = waysToCount(file)
  const found = [asInBrat, ...others].find(way => all.every(span => fits(span, way)))
  if (found) return found
  for (const span of all) {
    for (const { start, end } of span.fragments)
      if (start !== end) checkRange(start, end, asInBrat.length, span.place)
    if (!fits(span, asInBrat)) throw misquoted(span, asInBrat)
  }
  return asInBrat
}

function waysToCount(file: GivenFile): [CountedText, ...CountedText[]] {
  const read = file.text()
  const marked = file.bytes[0] === 0xef && file.bytes[1] === 0xbb && file.bytes[2] === 0xbf
  const asItStands = marked ? `\ufeff${read}` : read
  const withLineFeeds = read.includes('\r\n') ? [read.replaceAll('\r\n', '\n')] : []
  const others = [...(marked ? [read, ...withLineFeeds.map(text => `\ufeff${text}`)] : []), ...withLineFeeds]
  const inUnits = /[\ud800-\udbff]/.test(read) ? [asItStands, ...others] : []
  return [inCodePoints(asItStands), ...others.map(inCodePoints), ...inUnits.map(inUtf16)]
}

const inCodePoints = (text: string): CountedText => {
  const { codePoints, toUtf16 } = offsetMap(text)
  return { text, length: codePoints, toUtf16 }
}

const inUtf16 = (text: string): CountedText => ({ text, length: text.length, toUtf16: offset => offset })

/** Whether a span lies within the text, on the words that its line quotes, if it does. Blanks may be others. */
function fits({ fragments, quoted }: Span, counted: CountedText): boolean {
  const within = ({ start, end }: Range) => start === end || (start < end && end <= counted.length)
  if (!fragments.every(within)) return false
  if (quoted.trim() === '') return true
  const words = wordsOn(fragments, counted, quoted.length)
  if (inkOf(words) === inkOf(quoted)) return true
  // brat lets more follow after a blank.
  return quoted.startsWith(words) && /^\s/.test(quoted.slice(words.length))
}

/** The words of fragments; no more of them than the line could quote, as many lines may claim all of a text. */
function wordsOn(fragments: readonly Range[], { text, toUtf16 }: CountedText, longest: number): string {
  const words: string[] = []
  let length = 0
  for (const { start, end } of fragments) {
    if (length > 2 * longest + 1000) break
    // Twice as many units as characters, at most.
    const from = toUtf16(start)
    words.push(text.slice(from, Math.min(toUtf16(end), from + 2 * longest + 1001)))
    length += words.at(-1)?.length ?? 0
  }
  return words.join(' ')
}

function misquoted({ fragments, quoted, place }: Span, counted: CountedText): Refusal {
  const words = wordsOn(fragments, counted, quoted.length)
  return new Refusal(
    'unreadable',
    `${place} quotes “${shortened(quoted)}”, and the text has “${shortened(words)}” there. Give the text that was annotated, as it was then.`,
  )
}

const inkOf = (text: string): string => onOneLine(text).replaceAll(' ', '')

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
