/** From units to what they add to the counts, for bootstrap.ts. */
import type { Contributions } from './bootstrap.ts'
import type { Values } from './square-table.ts'

/** Says which counts a unit with these values adds to. It must depend on nothing else. */
export interface Tally {
  /** How many counts there are. */
  readonly width: number
  readonly add: (values: Values, add: (cell: number, weight: number) => void) => void
}

export interface Tallied {
  readonly article: string
  readonly values: Values
}

/**
 * Sentences of an article are about one matter and read in one sitting, so that they are alike: intervals that
 * take them for independent are too narrow. Articles are therefore drawn whole (the cluster bootstrap, Davison
 * and Hinkley 1997, section 3.8), unless there are too few of them to draw from.
 */
export type Resampled = 'articles' | 'sentences'

/** With fewer articles than this, intervals from whole articles are unreliable, and sentences are drawn. */
export const FEWEST_ARTICLES = 10

/** What to draw if nobody chose. */
export const resampledBy = (units: readonly Tallied[]): Resampled =>
  new Set(units.map(unit => unit.article)).size < FEWEST_ARTICLES ? 'sentences' : 'articles'

/** What each article, or each sentence, adds to the counts. */
export function contributionsOf(units: readonly Tallied[], tally: Tally, by: Resampled): Contributions {
  const patterns = new Map<string, Row>()
  const rowOfUnit = units.map(({ values }) => {
    const key = values.join()
    const known = patterns.get(key)
    if (known) return known
    const row: Row = { index: patterns.size, cells: new Map() }
    tally.add(values, (cell, weight) => row.cells.set(cell, (row.cells.get(cell) ?? 0) + weight))
    patterns.set(key, row)
    return row
  })
  if (by === 'sentences') return pack(tally.width, [...patterns.values()], rowOfUnit)
  const articles = new Map<string, Row>()
  for (const [index, { article }] of units.entries()) {
    const row = articles.get(article) ?? { index: articles.size, cells: new Map<number, number>() }
    articles.set(article, row)
    for (const [cell, weight] of rowOfUnit[index]?.cells ?? []) {
      row.cells.set(cell, (row.cells.get(cell) ?? 0) + weight)
    }
  }
  return pack(tally.width, [...articles.values()], [...articles.values()])
}

interface Row {
  readonly index: number
  readonly cells: Map<number, number>
}

function pack(width: number, rows: readonly Row[], drawn: readonly Row[]): Contributions {
  const starts = new Uint32Array(rows.length + 1)
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.cells.size
  return {
    width,
    rowOf: Uint32Array.from(drawn, row => row.index),
    starts,
    cells: Uint32Array.from(rows.flatMap(row => [...row.cells.keys()])),
    weights: Float64Array.from(rows.flatMap(row => [...row.cells.values()])),
  }
}
