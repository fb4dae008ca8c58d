/**
 * REFI-QDA knows neither sentences nor who has read them. They go into a note of the project, a line of JSON for
 * each source, which other programs show as a memo of their own and give back as it is.
 */
import { z } from 'zod'
import { Judgement, type Review } from '../../model/review.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import { jsonLine, linesOf } from '../lines.ts'

export const NOTE_NAME = 'Assay: sentences and reviews'

const FOR_PEOPLE =
  'This note is for Assay, which reads it when the project comes back: where in each text sentences begin and end, and who has read which. Offsets count Unicode code points.'

const Line = z.object({
  /** The GUID of the source. */
  source: z.string(),
  /** Of its text, in code points: the rest holds only for the text as it was. */
  length: z.int(),
  /** Begin and end of each sentence, one after the other. */
  sentences: z.array(z.int()),
  reviews: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      judgement: Judgement,
      annotator: z.string(),
      at: z.string().optional(),
    }),
  ),
})

/** What the note says of one source; offsets in code points. */
export type SourceLayer = z.output<typeof Line>

/** The text of the note, in pieces. */
export function* sentenceNote(articles: Iterable<AnnotatedArticle>): Generator<string> {
  yield `${FOR_PEOPLE}\n`
  for (const { article, text, sentences, reviews } of articles) {
    const map = offsetMap(text)
    const layer: SourceLayer = {
      source: article.id,
      length: map.codePoints,
      sentences: sentences.flatMap(({ start, end }) => [map.toCodePoints(start), map.toCodePoints(end)]),
      reviews: reviews.map(review => reviewOf(review, map)),
    }
    yield `${JSON.stringify(layer)}\n`
  }
}

/** Reads the note: by source. */
export function readSentenceNote(text: string): ReadonlyMap<string, SourceLayer> {
  const layers = new Map<string, SourceLayer>()
  for (const { line, number } of linesOf(text)) {
    if (!line.startsWith('{')) continue
    const layer = jsonLine(line, number, Line)
    layers.set(layer.source, layer)
  }
  return layers
}

/** Pairs of offsets as ranges. */
export function pairs(offsets: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    ranges.push({ start: offsets[index] ?? 0, end: offsets[index + 1] ?? 0 })
  }
  return ranges
}

const reviewOf = (
  { start, end, judgement, annotator, at }: Review,
  { toCodePoints }: OffsetMap,
): SourceLayer['reviews'][number] => ({
  start: toCodePoints(start),
  end: toCodePoints(end),
  judgement,
  annotator,
  at,
})
