/** What every measure answers: a figure, or a sentence that says why there is none. Never NaN. */
export type Agreement =
  | {
      /** 1 for full agreement; for the measures that correct for chance 0 is what chance gives, less is worse. */
      readonly value: number
      /** How many units it rests on. */
      readonly n: number
      /** Null where none was asked for, or where the data are too few for one. */
      readonly interval: Interval | null
    }
  | Undefined

export interface Undefined {
  /** Why there is no figure, as a sentence for a person. */
  readonly undefined: string
}

/** A 95 % percentile interval from a bootstrap; see bootstrap.ts. */
export interface Interval {
  readonly low: number
  readonly high: number
  /** How many of the samples gave a figure. */
  readonly samples: number
}

export const NO_OVERLAP: Undefined = {
  undefined: 'There is nothing that at least two annotators have judged.',
}

export const NO_COMPLETE_UNIT: Undefined = {
  undefined: 'There is nothing that all of the annotators have judged.',
}

export const ONE_CATEGORY: Undefined = {
  undefined: 'Only one value was ever given, so agreement cannot be told from chance.',
}

export const FEWER_THAN_TWO: Undefined = { undefined: 'Agreement takes at least two annotators.' }

export const NOT_TWICE: Undefined = { undefined: 'No sentence was read a second time yet.' }

export const NO_SPAN: Undefined = { undefined: 'None of the two annotators has marked anything.' }

/** A figure without an interval. */
export const agreement = (value: number, n: number): Agreement => ({ value, n, interval: null })

/** The figure with this interval; what is undefined stays so. */
export const withInterval = (result: Agreement, interval: Interval | null): Agreement =>
  'undefined' in result ? result : { ...result, interval }

/**
 * Observed agreement corrected for chance: (observed - expected) / (1 - expected), the frame that kappa, pi
 * and AC1 share (Artstein and Poesio 2008, section 2.3).
 *
 * @param observed share of agreement, 0 to 1
 * @param expected the share that chance gives, 0 to 1; where it is 1 there is no figure
 * @param n how many units
 */
export function correctedForChance(observed: number, expected: number, n: number): Agreement {
  return 1 - expected < 1e-12 ? ONE_CATEGORY : agreement((observed - expected) / (1 - expected), n)
}
