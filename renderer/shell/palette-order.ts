/** What the palette shows of what it has, and in which order. */
import { fuzzyMatch } from './fuzzy.ts'
import type { PaletteEntry } from './palette-entries.ts'

export interface Hit {
  readonly entry: PaletteEntry
  /** Where the letters stand that matched; see `fuzzyMatch`. */
  readonly places: readonly number[]
}

/** Most that are shown. */
const MOST = 60

/** What was called lately counts as much as a letter or two more that match. */
const LATELY = 6

/**
 * The entries that match a query, the best first; what was called lately comes before what matches as well. For an
 * empty query: what was called lately, then all in their order.
 *
 * @param lately ids, the last called first
 * @param found articles, which main found by their words: also those whose titles do not match
 */
export function order(
  query: string,
  entries: readonly PaletteEntry[],
  found: readonly PaletteEntry[],
  lately: readonly string[],
): readonly Hit[] {
  const recency = (id: string): number => {
    const place = lately.indexOf(id)
    return place < 0 ? 0 : 1 - place / lately.length
  }
  const empty = query.trim() === ''
  const hits = entries.flatMap(entry => {
    const match = fuzzyMatch(query, entry.text)
    const recent = recency(entry.id)
    return match ? [{ entry, places: match.places, score: match.score + recent * (empty ? 1 : LATELY) }] : []
  })
  const articles = found.map(entry => ({ entry, places: fuzzyMatch(query, entry.text)?.places ?? [] }))
  return [...hits.sort((a, b) => b.score - a.score).slice(0, MOST), ...articles].map(({ entry, places }) => ({
    entry,
    places,
  }))
}
