/**
 * Rules by which others have put figures into words. They are shown with their source and decide nothing: which
 * figure is enough depends on what the data are for.
 */
export interface InterpretationRule {
  /** Author and year. */
  readonly name: string
  readonly source: string
  /** Which measures the authors wrote it for. */
  readonly measures: readonly string[]
  /** What the authors, or their critics, say of its limits. */
  readonly caution: string
  /** From the lowest up; a figure belongs to the last whose `from` it reaches. */
  readonly bands: readonly InterpretationBand[]
}

export interface InterpretationBand {
  readonly from: number
  readonly words: string
}

export const LANDIS_KOCH: InterpretationRule = {
  name: 'Landis and Koch 1977',
  source:
    'Landis, J. R., and Koch, G. G.: The measurement of observer agreement for categorical data. Biometrics 33 (1977), 159–174, page 165.',
  measures: ['Cohen’s kappa', 'Fleiss’ kappa'],
  caution:
    'The authors call the divisions clearly arbitrary. Kappa also depends on how many categories there are and how frequent they are.',
  bands: [
    { from: Number.NEGATIVE_INFINITY, words: 'poor' },
    { from: 0, words: 'slight' },
    { from: 0.21, words: 'fair' },
    { from: 0.41, words: 'moderate' },
    { from: 0.61, words: 'substantial' },
    { from: 0.81, words: 'almost perfect' },
  ],
}

export const KRIPPENDORFF: InterpretationRule = {
  name: 'Krippendorff 2004',
  source:
    'Krippendorff, K.: Content Analysis. An Introduction to Its Methodology, 2nd edition, Sage 2004, page 241.',
  measures: ['Krippendorff’s alpha'],
  caution:
    'The author adds that the limit has to follow from what wrong conclusions would cost, and that the lower end of the interval should reach it.',
  bands: [
    { from: Number.NEGATIVE_INFINITY, words: 'not to be relied upon' },
    { from: 0.667, words: 'for tentative conclusions only' },
    { from: 0.8, words: 'reliable' },
  ],
}

export const INTERPRETATION_RULES: readonly InterpretationRule[] = [KRIPPENDORFF, LANDIS_KOCH]

/** The words of a rule for a figure. Between two bands of Landis and Koch, such as .205, the lower one holds. */
export function interpret(value: number, { bands }: InterpretationRule): string {
  return bands.findLast(band => value >= band.from)?.words ?? ''
}
