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
  const rows = new Rows(tally.width)
  if (by === 'articles') {
    const articles = [...Map.groupBy(units, ({ article }) => article).values()]
    return rows.contributions(articles.map(all => rows.add(all, tally)))
  }
  const patterns = new Map<string, number>()
  const rowOf = units.map(unit => {
    const key = unit.values.join()
    const row = patterns.get(key) ?? rows.add([unit], tally)
    patterns.set(key, row)
    return row
  })
  return rows.contributions(rowOf)
}

/** Rows of counts that are made one by one: a corpus has one for each article. */
class Rows {
  readonly #counts: Float64Array
  readonly #added: Uint8Array
  readonly #starts = [0]
  readonly #cells: number[] = []
  readonly #weights: number[] = []

  /** @param width how many counts there are */
  constructor(width: number) {
    this.#counts = new Float64Array(width)
    this.#added = new Uint8Array(width)
  }

  /** Adds a row of what these units add to the counts together. @returns its index */
  add(units: readonly Tallied[], tally: Tally): number {
    const begin = this.#cells.length
    for (const { values } of units)
      tally.add(values, (cell, weight) => {
        if (this.#added[cell] === 0) this.#cells.push(cell)
        this.#added[cell] = 1
        this.#counts[cell] = (this.#counts[cell] ?? 0) + weight
      })
    for (const cell of this.#cells.slice(begin)) {
      this.#weights.push(this.#counts[cell] ?? 0)
      this.#counts[cell] = 0
      this.#added[cell] = 0
    }
    this.#starts.push(this.#cells.length)
    return this.#starts.length - 2
  }

  /** @param rowOf the row of each resampling unit */
  contributions(rowOf: readonly number[]): Contributions {
    return {
      width: this.#counts.length,
      rowOf: Uint32Array.from(rowOf),
      starts: Uint32Array.from(this.#starts),
      cells: Uint32Array.from(this.#cells),
      weights: Float64Array.from(this.#weights),
    }
  }
}
