/** Cuts text into what can be drawn in one go: of one look, one typeface, one direction. */
import type { Run } from '../report/block.ts'
import type { Faces, Weight } from './faces.ts'
import { mirrored } from './visual-order.ts'

/** Text that is drawn in one go, or the tag of an annotation with such text in it. */
export interface Glyphs {
  /** As it is drawn: in visual order unless its face brings it there. */
  readonly text: string
  readonly face: string
  readonly size: number
  readonly level: number
  readonly run: Run
  /** It is handed to the shaper as one, as Arabic letters take their form from their neighbours. */
  readonly shaped: boolean
  readonly width: number
  /** Within a tag. */
  readonly parts?: readonly Glyphs[]
}

export type Measure = (text: string, face: string, size: number, shaped: boolean) => number

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Without a cluster of more than one unit. */
const SIMPLE = /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/

/** Text of one look and one level in pieces of one face each, in reading order. */
export function* shape(
  text: string,
  run: Run,
  level: number,
  size: number,
  faces: Faces,
  measure: Measure,
): Generator<Glyphs> {
  const weight = weightOf(run)
  let open: { face: string; shaped: boolean; characters: string[] } | undefined
  const close = function* (): Generator<Glyphs> {
    if (!open || open.characters.length === 0) return
    const { face, shaped, characters } = open
    const turned = level % 2 === 1 && !shaped
    const drawn = (turned ? characters.map(mirrored).reverse() : characters).join('')
    if (drawn === '') return
    yield { text: drawn, face, size, level, run, shaped, width: measure(drawn, face, size, shaped) }
  }
  const characters = SIMPLE.test(text) ? text : Array.from(clusters.segment(text), one => one.segment)
  for (const character of characters) {
    const drawn = faces.draw(character, weight, open?.face)
    if (drawn.face !== open?.face) {
      yield* close()
      open = { face: drawn.face, shaped: drawn.rightToLeft, characters: [] }
    }
    open.characters.push(drawn.text)
  }
  yield* close()
}

const weightOf = ({ strong, emphasis, tag }: Run): Weight =>
  strong || tag ? 'strong' : emphasis ? 'emphasis' : 'regular'
