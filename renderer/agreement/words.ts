/** Figures and reasons in the person's language. */
import {
  type Agreement,
  FEWER_THAN_TWO,
  NO_COMPLETE_UNIT,
  NO_OVERLAP,
  NO_SPAN,
  NOT_TWICE,
  ONE_CATEGORY,
} from '#app/agreement/agreement'
import type { Pair } from '#app/agreement/report-tally'
import { type Annotator, annotatorNames } from '#app/model/annotator'
import type { Codebook } from '#app/model/codebook'
import type { LabelId } from '#app/model/ids'
import type { LabelColour } from '#app/model/label'
import { type MessageId, say, sayNumber } from '../messages/messages.ts'

/** Why there is no figure, by the sentence that says it in `app`. */
export const REASONS: ReadonlyMap<string, MessageId> = new Map([
  [NO_OVERLAP.undefined, 'agreement.none-no-overlap'],
  [NO_COMPLETE_UNIT.undefined, 'agreement.none-no-complete-unit'],
  [ONE_CATEGORY.undefined, 'agreement.none-one-category'],
  [FEWER_THAN_TWO.undefined, 'agreement.none-fewer-than-two'],
  [NOT_TWICE.undefined, 'agreement.none-not-twice'],
  [NO_SPAN.undefined, 'agreement.none-no-span'],
])

export function sayReason(reason: string): string {
  const message = REASONS.get(reason)
  return message ? say(message) : reason
}

export const sayFigure = (value: number): string =>
  sayNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A figure with its interval, or a dash: what there is room for in a table. */
export function sayShort(result: Agreement): string {
  if ('undefined' in result) return '–'
  const figure = sayFigure(result.value)
  if (!result.interval) return figure
  const { low, high } = result.interval
  return say('agreement.with-interval', { figure, low: sayFigure(low), high: sayFigure(high) })
}

/** What annotators are called here, by their places. */
export function coderNames(coders: readonly Annotator[]): string[] {
  const names = annotatorNames(coders)
  return coders.map(({ id }) => names.get(id) ?? id)
}

/** Two of the annotators, by their places. */
export const sayPair = (names: readonly string[], { first, second }: Pair): string =>
  say('agreement.pair', { first: names[first] ?? '', second: names[second] ?? '' })

/** What was given: a label, nothing to tag (null), no answer (undefined). */
export function sayCategory({ labels }: Codebook, category: LabelId | null | undefined): string {
  if (category === undefined) return say('agreement.not-judged')
  if (category === null) return say('agreement.nothing')
  return labels.find(({ id }) => id === category)?.name ?? category
}

export const colourOf = (
  { labels }: Codebook,
  category: LabelId | null | undefined,
): LabelColour | undefined => labels.find(({ id }) => id === category)?.colour
