import { joined, type Line } from './page-lines.ts'

/** Lines that stand under one another and are read so. */
export type Block = readonly Line[]

/** Narrowest column, in font heights; what is narrower is a table's. */
const NARROWEST = 8
/** Fewest lines on either side of a gutter. */
const FEWEST = 3

/**
 * The lines of a page in the order in which they are read: column by column where there are columns, and what spans
 * these (headlines, pictures' captions) between what stands over and what stands under it.
 */
export function readingOrder(lines: readonly Line[]): Block[] {
  const sorted = lines.toSorted((a, b) => a.y - b.y || a.left - b.left)
  const gutter = findGutter(sorted)
  if (gutter === undefined) return sorted.length > 0 ? [mended(sorted)] : []
  const body = median(sorted.map(line => line.size))
  const rtl = sorted.filter(line => /[\u0590-\u08ff]/.test(line.text)).length * 2 > sorted.length
  const blocks: Block[] = []
  let left: Line[] = []
  let right: Line[] = []
  let across: Line[] = []
  const flush = () => {
    blocks.push(...(rtl ? [right, left] : [left, right]).flatMap(readingOrder))
    left = []
    right = []
  }
  const flushAcross = () => {
    if (across.length > 0) blocks.push(mended(across))
    across = []
  }
  for (const line of sorted) {
    const isAcross = line.left < gutter - 1 && line.right > gutter + 1
    if (isAcross || goesOn(across.at(-1), line, body)) {
      if (left.length + right.length > 0) flush()
      across.push(line)
      continue
    }
    flushAcross()
    if (line.right <= gutter + 1) left.push(line)
    else right.push(line)
  }
  flushAcross()
  flush()
  return blocks
}

/**
 * Where a second column begins: the left edge that most lines keep clear of, with enough lines on both sides that
 * stand beside one another.
 */
function findGutter(lines: readonly Line[]): number | undefined {
  if (lines.length < 2 * FEWEST) return undefined
  const size = median(lines.map(line => line.size))
  let best: number | undefined
  let highest = 0
  for (const edge of edges(lines, size)) {
    const left = lines.filter(line => line.right <= edge + 1)
    const right = lines.filter(line => line.left >= edge - 1)
    const crossing = lines.length - left.length - right.length
    if (left.length < FEWEST || right.length < FEWEST || !isColumn(left, size) || !isColumn(right, size))
      continue
    if (!sideBySide(left, right)) continue
    const score = Math.min(left.length, right.length) * 2 + left.length + right.length - 3 * crossing
    if (score > highest) {
      highest = score
      best = edge
    }
  }
  return best
}

/** Left edges that some lines share. */
function edges(lines: readonly Line[], size: number): number[] {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const edge = Math.round(line.left / (size / 2)) * (size / 2)
    counts.set(edge, Math.min(line.left, counts.get(edge) ?? Number.POSITIVE_INFINITY))
  }
  return [...new Set(counts.values())]
}

/** Wide enough for running text, most of whose lines are more than a third of it. */
function isColumn(lines: readonly Line[], size: number): boolean {
  const width = Math.max(...lines.map(line => line.right)) - Math.min(...lines.map(line => line.left))
  return width >= NARROWEST * size && median(lines.map(line => line.right - line.left)) > width / 3
}

function sideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const [top, bottom] = [Math.max(first(left), first(right)), Math.min(last(left), last(right))]
  const shorter = Math.min(last(left) - first(left), last(right) - first(right))
  return bottom - top >= shorter / 2
}

/** The short last line of a headline across the columns. */
const goesOn = (headline: Line | undefined, line: Line, body: number): boolean =>
  headline !== undefined &&
  headline.size > 1.15 * body &&
  Math.abs(headline.size - line.size) < 0.05 * headline.size &&
  line.y - headline.y < 1.7 * headline.size

/** A line that was broken at a wide gap, put together again where the gap was none between columns. */
function mended(lines: readonly Line[]): Block {
  const found: Line[] = []
  for (const line of lines) {
    const before = found.at(-1)
    if (before && Math.abs(line.y - before.y) < 0.35 * Math.max(line.size, before.size)) {
      found[found.length - 1] = joined(before.left <= line.left ? [before, line] : [line, before])
    } else found.push(line)
  }
  return found
}

const first = (lines: readonly Line[]): number => Math.min(...lines.map(line => line.y))
const last = (lines: readonly Line[]): number => Math.max(...lines.map(line => line.y))

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
