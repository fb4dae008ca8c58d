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
 * @param found articles, which main found by their words: those whose titles do not match come last
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
  const scored = (entry: PaletteEntry, otherwise?: number) => {
    const match = fuzzyMatch(query, entry.text)
    if (!match && otherwise === undefined) return []
    const score = match ? match.score + recency(entry.id) * (empty ? 1 : LATELY) : (otherwise ?? 0)
    return [{ hit: { entry, places: match?.places ?? [] }, score }]
  }
  const known = entries.flatMap(entry => scored(entry))
  const articles = found.flatMap(entry => scored(entry, Number.MIN_SAFE_INTEGER))
  const best = known.sort((a, b) => b.score - a.score).slice(0, MOST)
  return [...best, ...articles].sort((a, b) => b.score - a.score).map(({ hit }) => hit)
}
