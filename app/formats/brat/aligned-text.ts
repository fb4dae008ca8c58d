import { Refusal } from '../../failure.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { GivenFile } from '../format.ts'
import { checkRange } from '../lines.ts'
import type { Bound } from './read-standoff.ts'

/** A text with the offsets that its annotations count in. */
export interface AlignedText {
  readonly text: string
  /** In the unit of the offsets. */
  readonly length: number
  toUtf16(offset: number): number
}

/**
 * The text of a file as its annotations count it. brat counts code points of the file as it stands, also a byte
 * order mark and carriage returns. Other programs that write its format leave those out, or count UTF-16 units; the
 * text that annotations repeat tells which it is.
 *
 * @throws a refusal (`unreadable`) that names the line whose text stands somewhere else in every way of counting
 */
export function alignedText(file: GivenFile, bounds: readonly Bound[]): AlignedText {
  const ways = waysToCount(file)
  const asInBrat = ways[0] ?? inCodePoints(file.text())
  const found = ways.find(way => bounds.every(bound => misfit(way, bound) === undefined))
  if (found) return found
  for (const bound of bounds) {
    for (const { start, end } of bound.spans) checkRange(start, end, asInBrat.length, bound.place)
    const there = misfit(asInBrat, bound)
    if (there !== undefined)
      throw new Refusal(
        'unreadable',
        `${bound.place} says “${shortened(bound.text)}”, and ${file.path} has “${shortened(there)}” there. Take both files from the same place.`,
      )
  }
  return asInBrat
}

function waysToCount(file: GivenFile): AlignedText[] {
  const text = file.text()
  const marked = file.bytes[0] === 0xef && file.bytes[1] === 0xbb && file.bytes[2] === 0xbf
  const texts = marked ? [`\ufeff${text}`, text] : [text]
  const unix = texts.filter(one => one.includes('\r\n')).map(one => one.replaceAll('\r\n', '\n'))
  const all = [...texts, ...unix]
  const paired = /[\ud800-\udbff]/.test(text) ? all : []
  return [
    ...all.map(inCodePoints),
    ...paired.map(one => ({ text: one, length: one.length, toUtf16: (offset: number) => offset })),
  ]
}

function inCodePoints(text: string): AlignedText {
  const { codePoints, toUtf16 } = offsetMap(text)
  return { text, length: codePoints, toUtf16 }
}

/** What stands where an annotation says something else; undefined where both are the same but for blanks. */
function misfit({ text, length, toUtf16 }: AlignedText, { spans, text: said }: Bound): string | undefined {
  const there = spans.map(({ start, end }) =>
    start >= 0 && start <= end && end <= length ? text.slice(toUtf16(start), toUtf16(end)) : '',
  )
  const same = withoutBlanks(there.join('')) === withoutBlanks(said)
  const within = spans.every(({ start, end }) => start >= 0 && start <= end && end <= length)
  return within && (same || said.trim() === '') ? undefined : there.join(' ')
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
