import type { Range } from '../range.ts'
import { Kind, kindAt } from './characters.ts'
import { isSoftBreak, wrapWidth } from './hard-wrap.ts'

/**
 * The paragraphs of a text, trimmed and in order: every line is one, except in a hard-wrapped text, where lines that
 * were broken only for their width belong together. Offsets are UTF-16 units.
 */
export function paragraphsOf(text: string): Range[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const paragraphs: Range[] = []
  for (let i = 0; i < lines.length; ) {
    const { start, end: firstEnd } = lines[i] ?? { start: 0, end: 0 }
    let end = firstEnd
    for (i++; width > 0 && i < lines.length; i++) {
      const above = lines[i - 1]
      const below = lines[i]
      if (!above || !below || !isSoftBreak(text, above, below, width)) break
      end = below.end
    }
    if (end > start) paragraphs.push({ start, end })
  }
  return paragraphs
}

/** Every line of the text without the blanks around it; empty lines as empty ranges. */
function linesOf(text: string): Range[] {
  const lines: Range[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineBreak(text.charCodeAt(i))) continue
    lines.push(trimmed(text, start, i))
    if (text[i] === '\r' && text[i + 1] === '\n') i++
    start = i + 1
  }
  return lines
}

// Line feed, vertical tab, form feed, carriage return; line and paragraph separator.
const isLineBreak = (unit: number): boolean => (unit <= 13 ? unit >= 10 : unit === 0x2028 || unit === 0x2029)

function trimmed(text: string, from: number, to: number): Range {
  let start = from
  let end = to
  while (start < end && kindAt(text, start) === Kind.Blank) start++
  while (end > start && kindAt(text, end - 1) === Kind.Blank) end--
  return { start, end }
}
