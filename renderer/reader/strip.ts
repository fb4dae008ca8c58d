/** The article as a strip of rows, each of which stands for a part of its text and tells all that is said there. */
import type { Layer } from '#app/model/layer'
import { isFinal } from '#app/model/review'
import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'

/** What a row tells, as bits; below these a bit for each colour of a label. */
export const UNREAD = 1 << 8
export const READ = 1 << 9
export const BEYOND = 1 << 10
export const FLAGGED = 1 << 11
export const FOUND = 1 << 12
export const COLOURS = (1 << 8) - 1

export interface Stripped {
  /** UTF-16 units of the article's text. */
  readonly length: number
  readonly sentences: readonly Range[]
  readonly layer: Pick<Layer, 'annotations' | 'reviews'>
  /** What was found in it. */
  readonly matches: readonly Range[]
}

/**
 * A row tells of every sentence that reaches into its part of the text.
 *
 * @param rows how many there are
 * @param colourOf the place of a label's colour, 0 to 7
 * @returns the bits of each row. O(rows + sentences + (annotations + reviews) log sentences)
 */
export function stripOf(
  { length, sentences, layer, matches }: Stripped,
  rows: number,
  colourOf: (label: string) => number,
): Uint16Array {
  const said = new Uint16Array(sentences.length)
  const say = (range: Range, bits: number): void => {
    const { from, to } = sentencesIn(sentences, range)
    for (let index = from; index < to; index++) said[index] = (said[index] ?? 0) | bits
  }
  for (const annotation of layer.annotations) say(annotation, 1 << colourOf(annotation.label))
  for (const review of layer.reviews) {
    if (isFinal(review)) say(review, review.judgement === 'read' ? READ : BEYOND)
    else say(review, FLAGGED)
  }
  const strip = new Uint16Array(rows)
  const mark = (range: Range, bits: number): void => {
    const { from, to } = rowsOf(range, length, rows)
    for (let row = from; row < to; row++) strip[row] = (strip[row] ?? 0) | bits
  }
  sentences.forEach((sentence, index) => {
    const bits = said[index] ?? 0
    mark(sentence, (bits & (COLOURS | READ | BEYOND)) === 0 ? bits | UNREAD : bits)
  })
  for (const match of matches) mark(match, FOUND)
  return strip
}

/** The rows that a range of the text reaches into, half-open; at least one. */
export function rowsOf({ start, end }: Range, length: number, rows: number): { from: number; to: number } {
  const from = Math.min(Math.floor((start / length) * rows), rows - 1)
  return { from, to: Math.min(Math.max(Math.ceil((end / length) * rows), from + 1), rows) }
}

/** Rows that follow one another and tell the same, half-open. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly bits: number
}

export function runsOf(strip: Uint16Array): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let row = 1; row <= strip.length; row++) {
    if (row < strip.length && strip[row] === strip[from]) continue
    runs.push({ from, to: row, bits: strip[from] ?? 0 })
    from = row
  }
  return strip.length === 0 ? [] : runs
}
