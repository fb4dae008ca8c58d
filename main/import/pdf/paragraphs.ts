import { joinLines, vocabulary } from './join-lines.ts'
import type { Line } from './page-lines.ts'
import { type Block, median } from './reading-order.ts'

interface Paragraph {
  text: string
  readonly size: number
  /** Whether its last line goes to the end of its column, so that it may go on in the next. */
  full: boolean
}

/**
 * The paragraphs of blocks that are read one after another. Within a block a paragraph ends where the next line
 * is set off (by space, an indent, another size, a bullet) or would not have been begun (its first word still had
 * room). A paragraph goes on in the next column or page where nothing ends it.
 */
export function paragraphsOf(blocks: readonly Block[]): string[] {
  const words = vocabulary(blocks.flat().map(line => line.text))
  const found: Paragraph[] = []
  for (const block of blocks) {
    const edges = edgesOf(block)
    for (const [index, line] of block.entries()) {
      const before = block[index - 1]
      const current = found.at(-1)
      const full = line.right >= edges.right - 2 * line.size
      const isNew = before ? startsParagraph(before, line, edges) : !current || !goesOn(current, line, edges)
      if (isNew || !current) found.push({ text: line.text, size: line.size, full })
      else {
        current.text = joinLines(current.text, line.text, words)
        current.full = full
      }
    }
  }
  return found.map(paragraph => paragraph.text)
}

interface Edges {
  readonly left: number
  readonly right: number
  /** From one baseline to the next. */
  readonly leading: number
  /** Of the most lines. */
  readonly size: number
}

function edgesOf(block: Block): Edges {
  const steps = block.slice(1).map((line, index) => line.y - (block[index]?.y ?? 0))
  return {
    left: Math.min(...block.map(line => line.left)),
    right: Math.max(...block.map(line => line.right)),
    leading: median(steps.filter(step => step > 0)),
    size: median(block.map(line => line.size)),
  }
}

function startsParagraph(before: Line, line: Line, { left, right, leading, size }: Edges): boolean {
  if (Math.abs(line.size - before.size) > 0.12 * before.size) return true
  const step = line.y - before.y
  const usual = line.size > 1.15 * size ? 1.5 * line.size : Math.max(1.3 * leading, 1.1 * line.size)
  if (step > usual || step > 2.2 * line.size || step < -line.size) return true
  if (isBullet(line.text)) return true
  const indent = line.left - left
  const indented = indent > 0.7 * line.size && indent < 5 * line.size
  if (indented && before.left - left < 0.4 * line.size) return !isBullet(before.text)
  return hadRoom(before, line, right) && /^[\p{Lu}\p{N}"“„«»‘'([–—-]/u.test(line.text)
}

/** Whether the first word of a line would have fitted into the line before. */
function hadRoom(before: Line, line: Line, right: number): boolean {
  const word = line.text.split(' ', 1)[0] ?? ''
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word.length + 1)
  return before.right + width + 0.5 * line.size < right
}

/** Whether the first line of a column goes on with the paragraph at the end of the column before. */
function goesOn(current: Paragraph, line: Line, { left }: Edges): boolean {
  if (Math.abs(line.size - current.size) > 0.06 * current.size || isBullet(line.text)) return false
  if (/[\p{L}][-\u00ad\u2010]$/u.test(current.text) || /^[\p{Ll},;]/u.test(line.text)) return true
  const ended = /[.!?:…。！？]["”“»’')\]]*\d{0,2}$/u.test(current.text)
  return current.full && !ended && line.left - left < 0.7 * line.size
}

const isBullet = (text: string): boolean => /^(?:[•‣◦▪■●–—*]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)/u.test(text)
