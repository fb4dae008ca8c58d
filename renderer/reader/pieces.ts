/** How the annotations that reach into a sentence are drawn on it. */
import type { Annotation } from '#app/model/annotation'
import type { Range } from '#app/text/range'

/** A run of the sentence with the same annotations on it. UTF-16 units from the beginning of the sentence. */
export interface Piece extends Range {
  /** Those that cover less than the sentence, each with the line it is drawn on; the lower lines first. */
  readonly drawn: readonly Drawn[]
  /** Those that begin here, whose labels stand above. */
  readonly begins: readonly Annotation[]
}

export interface Drawn {
  readonly annotation: Annotation
  /** From 0; annotations that overlap have different ones. */
  readonly lane: number
}

/** Whether an annotation covers all of a sentence, or more. */
export const coversWhole = (annotation: Range, sentence: Range): boolean =>
  annotation.start <= sentence.start && annotation.end >= sentence.end

/**
 * The pieces of a sentence, in order, covering it; a single one where no annotation divides it.
 *
 * @param annotations that reach into it, in reading order
 */
export function piecesOf(sentence: Range, annotations: readonly Annotation[]): Piece[] {
  const partial = inLanes(annotations.filter(one => !coversWhole(one, sentence)))
  const edges = new Set([sentence.start, sentence.end])
  for (const { annotation } of partial) {
    edges.add(Math.max(annotation.start, sentence.start))
    edges.add(Math.min(annotation.end, sentence.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? sentence.end
    const drawn = partial.filter(({ annotation }) => annotation.start <= start && annotation.end >= end)
    const begins = drawn
      .map(one => one.annotation)
      .filter(one => Math.max(one.start, sentence.start) === start)
    return { start: start - sentence.start, end: end - sentence.start, drawn, begins }
  })
}

/** Gives each the lowest line that no other one has where they overlap. */
function inLanes(annotations: readonly Annotation[]): Drawn[] {
  /** Where the last annotation on each line ends. */
  const ends: number[] = []
  return annotations.map(annotation => {
    const free = ends.findIndex(end => end <= annotation.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = annotation.end
    return { annotation, lane }
  })
}
