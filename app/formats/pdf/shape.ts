/** Cuts text into what can be drawn in one go: of one look, one typeface, one direction. */
import type { Run } from '../report/block.ts'
import type { Faces, Weight } from './faces.ts'
import { mirrored } from './visual-order.ts'

/** Text that is drawn in one go, or the tag of an annotation with such text in it. */
export interface Glyphs extends Piece {
  readonly size: number
  readonly level: number
  readonly run: Run
  /** Within a tag. */
  readonly parts?: readonly Glyphs[]
}

interface Piece {
  /** As it is drawn: in visual order unless its face brings it there. */
  readonly text: string
  readonly face: string
  /** It is handed over as one, as Arabic letters take their form from their neighbours. */
  readonly shaped: boolean
  /** In points. */
  readonly width: number
}

/** The width of a text in points. */
export type Measure = (text: string, face: string, size: number, shaped: boolean) => number

/** Words that are kept: those of a language's news, and little memory. */
const KEPT = 20_000

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Text in which every unit is a character of its own. */
const SIMPLE = /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/

export class Shaper {
  readonly measure: Measure
  readonly #faces: Faces
  readonly #known = new Map<string, readonly Piece[]>()

  constructor(faces: Faces, measure: Measure) {
    this.#faces = faces
    this.measure = measure
  }

  /** Text of one look and one level in pieces of one face each, in reading order. */
  shape(text: string, run: Run, level: number, size: number): Glyphs[] {
    return this.#pieces(text, weightOf(run), level % 2 === 1, size).map(piece => ({
      ...piece,
      size,
      level,
      run,
    }))
  }

  /** What was shaped before is not shaped again: most words of a corpus recur. */
  #pieces(text: string, weight: Weight, rightToLeft: boolean, size: number): readonly Piece[] {
    const key = `${weight} ${rightToLeft} ${size} ${text}`
    const known = this.#known.get(key)
    if (known) return known
    const missing = this.#faces.missing
    const pieces = [...this.#shape(text, weight, rightToLeft, size)]
    if (this.#known.size >= KEPT) this.#known.clear()
    // A word with characters that are missing is not kept, so that each of them is counted.
    if (this.#faces.missing === missing) this.#known.set(key, pieces)
    return pieces
  }

  *#shape(text: string, weight: Weight, rightToLeft: boolean, size: number): Generator<Piece> {
    let face = ''
    let shaped = false
    let characters: string[] = []
    const close = (): Piece[] => {
      const turned = rightToLeft && !shaped
      const drawn = (turned ? characters.map(mirrored).reverse() : characters).join('')
      return drawn === ''
        ? []
        : [{ text: drawn, face, shaped, width: this.measure(drawn, face, size, shaped) }]
    }
    for (const character of SIMPLE.test(text)
      ? text
      : Array.from(clusters.segment(text), one => one.segment)) {
      const drawn = this.#faces.draw(character, weight, face)
      if (drawn.face !== face) {
        yield* close()
        ;[face, shaped, characters] = [drawn.face, drawn.rightToLeft, []]
      }
      characters.push(drawn.text)
    }
    yield* close()
  }
}

const weightOf = ({ strong, emphasis, tag }: Run): Weight =>
  strong || tag ? 'strong' : emphasis ? 'emphasis' : 'regular'
