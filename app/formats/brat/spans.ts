/** How a range becomes the spans of a brat annotation, which cannot hold a line break. */
import type { Range } from '../../text/range.ts'
import { LINE_BREAK } from './one-line.ts'

/** What is no blank for Python: brat takes no text of blanks alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are blanks there
const READABLE = /[^\s\x1c-\x1f\x85]/u

/**
 * The pieces of a range between line breaks. Of a range without anything to read in it, brat gets the
 * next character that can be read instead, or the last one.
 */
export function spansOf(text: string, { start, end }: Range): Range[] {
  const within = text.slice(start, end)
  if (!READABLE.test(within)) return [readableNear(text, start)]
  if (within.search(LINE_BREAK) < 0) return [{ start, end }]
  const spans: Range[] = []
  let from = 0
  for (const { index, 0: found } of within.matchAll(LINE_BREAK)) {
    if (index > from) spans.push({ start: start + from, end: start + index })
    from = index + found.length
  }
  if (start + from < end) spans.push({ start: start + from, end })
  return spans
}

/** As brat writes the text of these spans: joined by a space. */
export const textOf = (text: string, spans: readonly Range[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ')

function readableNear(text: string, offset: number): Range {
  const after = READABLE.exec(text.slice(offset))
  if (after) return { start: offset + after.index, end: offset + after.index + after[0].length }
  const before = text.slice(0, offset).trimEnd()
  const last = /.$/su.exec(before.slice(-2))?.[0] ?? ''
  return { start: before.length - last.length, end: before.length }
}
