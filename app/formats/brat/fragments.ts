import type { Range } from '../../text/range.ts'

/** What Python's `splitlines` takes for the end of a line, and so does brat, which reads annotations by the line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const LINE_ENDS = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const LINE = /[^\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const INK = /[^\s\x1c-\x1f\x85]/

/**
 * The pieces of a range as brat divides it: one on each line that is not blank, as an annotation has to stand on one
 * line of its file. None where all of the range is blank. UTF-16 units.
 */
export function fragmentsOf(text: string, { start, end }: Range): Range[] {
  const within = text.slice(start, end)
  if (!LINE_ENDS.test(within)) return isBlank(within) ? [] : [{ start, end }]
  const fragments: Range[] = []
  for (const { 0: line, index } of within.matchAll(LINE))
    if (!isBlank(line)) fragments.push({ start: start + index, end: start + index + line.length })
  return fragments
}

/** Whether Python's `strip` leaves nothing of a text. */
export const isBlank = (text: string): boolean => !INK.test(text)
