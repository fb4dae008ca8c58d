import type { Line } from './page-lines.ts'

export interface Page {
  readonly height: number
  readonly lines: readonly Line[]
}

/** Part of a page's height at its head and foot in which running heads and page numbers stand. */
const MARGIN = 0.12
/** Rows at the edge of a page that are looked at. */
const ROWS = 2

const PAGE_NUMBER =
  /^[\s–—|-]*(?:(?:page|p\.|seite|s\.|стор\.?|страница|с\.|página|pág\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|von|de|sur|\/|з|из)\s*\d{1,4})?[\s–—|-]*$/i

/**
 * The pages without their numbers, and without what stands at the head or foot of several of them in the same words
 * but for numbers ("The Daily Ferry · 24 November 2026 · 3").
 */
export function withoutRunningHeads(pages: readonly Page[]): Page[] {
  const counts = new Map<string, Set<number>>()
  for (const [number, page] of pages.entries()) {
    for (const line of edgeLines(page)) {
      const key = keyOf(line, page)
      counts.set(key, (counts.get(key) ?? new Set()).add(number))
    }
  }
  return pages.map(page => {
    const edge = new Set(edgeLines(page))
    const isRepeated = (line: Line) => (counts.get(keyOf(line, page))?.size ?? 0) >= repeats(pages.length)
    return {
      ...page,
      lines: page.lines.filter(line => !edge.has(line) || !(PAGE_NUMBER.test(line.text) || isRepeated(line))),
    }
  })
}

/** On two of two or three pages; on longer documents on a fifth, for odd and even pages, and chapters, differ. */
const repeats = (pages: number): number => Math.max(2, Math.ceil(pages / 5))

/** The outermost rows in the margins. */
function edgeLines({ lines, height }: Page): Line[] {
  const rows = [...new Set(lines.map(line => Math.round(line.y)))].sort((a, b) => a - b)
  const top = rows.slice(0, ROWS).filter(y => y < MARGIN * height)
  const bottom = rows.slice(-ROWS).filter(y => y > (1 - MARGIN) * height)
  const outer = new Set([...top, ...bottom])
  return lines.filter(line => outer.has(Math.round(line.y)))
}

function keyOf(line: Line, page: Page): string {
  const where = line.y < page.height / 2 ? 'head' : 'foot'
  return `${where} ${line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`
}
