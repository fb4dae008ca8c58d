/** What a bench is and what it finds. */

/** One measured number, with the bar that it must not exceed. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'kB' | 'MB' | 'frame'
  /** The limit measured in the same run, in the same unit; the bar is then for the ratio of the two. */
  readonly against?: number
  /** The most that is allowed; undefined for a figure that is only told. */
  readonly bar?: number
}

export interface Bench {
  /** As `npm run bench -- NAME` calls it. */
  readonly name: string
  /** @param folder an empty one of its own, on the disk that the checkout is on */
  run(folder: string): Promise<readonly Figure[]>
}

/** How often the value holds the limit; undefined where there is none. */
export const ratioOf = ({ value, against }: Figure): number | undefined =>
  against === undefined ? undefined : value / against

/** True where the figure has no bar or keeps it. */
export function holds(figure: Figure): boolean {
  return figure.bar === undefined || (ratioOf(figure) ?? figure.value) <= figure.bar
}
