/** A text cut at the edges of its annotations, so that each piece can be drawn with all that lies on it. */
import type { Annotation } from '../../model/annotation.ts'
import { paragraphs } from '../../text/paragraphs.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'

/** An annotation as a report shows it. */
export interface Mark {
  readonly annotation: Annotation
  /** Within its article, from 1, in reading order. */
  readonly number: number
}

/** What a paragraph consists of, in order. */
export type Piece =
  /** Text without an edge in it. `tracks` has a place for each line under the text; a mark keeps its place. */
  | { readonly kind: 'text'; readonly range: Range; readonly tracks: readonly (Mark | undefined)[] }
  /** The end of an annotation, where its tag stands. Every annotation of the article has one. */
  | { readonly kind: 'tag'; readonly mark: Mark }
  /** The end of a sentence, by its index. */
  | { readonly kind: 'sentence end'; readonly index: number }

/**
 * Lines under one piece of text. Annotations beyond them have a tag and an entry, and no line: otherwise a
 * text with many long annotations would cost their number squared.
 */
export const TRACKS = 6

/** Marks of an article, numbered in reading order. */
export const marksOf = ({ annotations }: Pick<AnnotatedArticle, 'annotations'>): Mark[] =>
  annotations.map((annotation, index) => ({ annotation, number: index + 1 }))

/** The paragraphs of an article in pieces. O((annotations + sentences) log). */
export function* markedText(
  { text, sentences }: Pick<AnnotatedArticle, 'text' | 'sentences'>,
  marks: readonly Mark[],
): Generator<Piece[]> {
  const places = paragraphPlaces(text, sentences)
  const starting = cursor(marks, (a, b) => a.start - b.start || b.end - a.end)
  const ending = cursor(marks, (a, b) => a.end - b.end || b.start - a.start)
  const edges = edgesOf(sentences, marks)
  const tracks: (Mark | undefined)[] = []
  let edge = 0
  let sentence = 0
  for (const [index, place] of places.entries()) {
    const pieces: Piece[] = []
    for (let at = place.start; at < place.end; ) {
      while ((edges[edge] ?? Number.POSITIVE_INFINITY) <= at) edge++
      const end = Math.min(edges[edge] ?? place.end, place.end)
      release(tracks, at)
      for (const mark of starting(({ start }) => start <= at)) occupy(tracks, mark, at)
      pieces.push({ kind: 'text', range: { start: at, end }, tracks: [...tracks] })
      for (const mark of ending(one => one.end <= end)) pieces.push({ kind: 'tag', mark })
      if (sentences[sentence]?.end === end) pieces.push({ kind: 'sentence end', index: sentence++ })
      at = end
    }
    // What ends in the blank after a paragraph has its tag at its end.
    const next = places[index + 1]?.start ?? Number.POSITIVE_INFINITY
    for (const mark of ending(({ end }) => end <= next)) pieces.push({ kind: 'tag', mark })
    yield pieces
  }
}

/** Where paragraphs stand. A text that nobody has segmented is one; one of blanks too, if it has annotations. */
function paragraphPlaces(text: string, sentences: readonly Range[]): Range[] {
  if (sentences.length === 0) return text === '' ? [] : [{ start: 0, end: text.length }]
  return paragraphs(text, sentences).flatMap(({ start, end }) => {
    const [first, last] = [sentences[start], sentences[end - 1]]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}

function edgesOf(sentences: readonly Range[], marks: readonly Mark[]): number[] {
  const edges = new Set<number>()
  for (const { end } of sentences) edges.add(end)
  for (const { annotation } of marks) edges.add(annotation.start).add(annotation.end)
  return [...edges].sort((a, b) => a - b)
}

/** Walks marks in an order, each once: gives the next ones as long as they fulfil a condition. */
function cursor(marks: readonly Mark[], order: (a: Range, b: Range) => number) {
  const sorted = [...marks].sort((a, b) => order(a.annotation, b.annotation))
  let next = 0
  return function* (holds: (range: Range) => boolean): Generator<Mark> {
    for (let mark = sorted[next]; mark && holds(mark.annotation); mark = sorted[next]) {
      next++
      yield mark
    }
  }
}

function release(tracks: (Mark | undefined)[], at: number): void {
  for (const [track, mark] of tracks.entries()) {
    if (mark && mark.annotation.end <= at) tracks[track] = undefined
  }
  while (tracks.length > 0 && tracks.at(-1) === undefined) tracks.pop()
}

function occupy(tracks: (Mark | undefined)[], mark: Mark, at: number): void {
  if (mark.annotation.end <= at) return
  const free = tracks.indexOf(undefined)
  if (free >= 0) tracks[free] = mark
  else if (tracks.length < TRACKS) tracks.push(mark)
}
