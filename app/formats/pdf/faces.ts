/** Which typeface draws which character. */
import { create, type Font } from 'fontkit'
import type { Typefaces } from '../format.ts'

export type Weight = 'regular' | 'strong' | 'emphasis'

/** A character as it is drawn: by a face, in the form that the face has. */
export interface Drawn {
  /** As PDFKit knows the face. */
  readonly face: string
  readonly text: string
  /** Of Hebrew or Arabic: shaped as a whole, and from right to left by itself. */
  readonly rightToLeft: boolean
}

interface Face {
  readonly name: string
  readonly font: Font
  readonly rightToLeft: boolean
}

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']
const serif = (style: string) => SCRIPTS.map(script => `source-serif-4-${script}-${style}.woff`)
const oriental = (weight: number) => [
  `amiri-arabic-${weight === 400 ? 400 : 700}-normal.woff`,
  `noto-serif-hebrew-hebrew-${weight}-normal.woff`,
]

/** The files that ship with Assay, in the order in which they are asked for a character. */
export const FACE_FILES: Readonly<Record<Weight, readonly string[]>> = {
  regular: [...serif('400-normal'), ...oriental(400)],
  strong: [...serif('600-normal'), ...oriental(600)],
  // Neither script has an italic.
  emphasis: [...serif('400-italic'), ...oriental(400)],
}

/** Drawn for a character that no face has. */
const MISSING = '·'
/** What is not seen, and is left out where the face has it not: joiners, marks of direction, soft hyphens. */
const UNSEEN = /^(?:[\p{Cf}\p{Variation_Selector}\p{Cc}]|\u034f)+$/u

/** Ideographs, kana, hangul, bopomofo, with their punctuation and wide forms. */
const EAST_ASIAN =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud8bf]/

export class Faces {
  readonly #weights: Readonly<Record<Weight, readonly Face[]>>
  readonly #eastAsian: () => readonly Face[]
  readonly #cache = new Map<string, Drawn>()
  #missing = 0

  /** @param register makes a face known to PDFKit under a name */
  constructor(typefaces: Typefaces, register: (name: string, font: Font) => void) {
    const made = new Map<string, Face>()
    const face = (name: string, font: () => Font): Face => {
      const known = made.get(name)
      if (known) return known
      const one = { name, font: font(), rightToLeft: /arabic|hebrew/.test(name) }
      register(name, one.font)
      made.set(name, one)
      return one
    }
    const faces = (weight: Weight) =>
      FACE_FILES[weight].map(file => face(file, () => create(typefaces.shipped(file))))
    this.#weights = { regular: faces('regular'), strong: faces('strong'), emphasis: faces('emphasis') }
    let eastAsian: readonly Face[] | undefined
    // They are large: not before a character asks for them.
    this.#eastAsian = () => {
      eastAsian ??= typefaces
        .eastAsian()
        .map(({ name, bytes, member }) => face(name, () => create(bytes, member)))
      return eastAsian
    }
  }

  /** How many characters no face had so far. */
  get missing(): number {
    return this.#missing
  }

  /**
   * @param cluster what a reader takes for one character (UAX 29)
   * @param before the face of the character before, which goes on where it can, so that a word is of one face
   */
  draw(cluster: string, weight: Weight, before?: string): Drawn {
    const key = `${weight} ${before ?? ''} ${cluster}`
    const known = this.#cache.get(key)
    if (known) {
      if (known.text === MISSING && cluster !== MISSING) this.#missing++
      return known
    }
    const drawn = this.#find(cluster, weight, before)
    this.#cache.set(key, drawn)
    return drawn
  }

  #find(cluster: string, weight: Weight, before: string | undefined): Drawn {
    const shipped = this.#weights[weight]
    // Some typefaces have glyphs for these that nobody can draw.
    const [usual] = shipped
    if (usual && UNSEEN.test(cluster)) return { face: usual.name, rightToLeft: usual.rightToLeft, text: '' }
    const last = shipped.find(face => face.name === before)
    const order = last ? [last, ...shipped] : shipped
    const eastAsian = EAST_ASIAN.test(cluster) ? this.#eastAsian() : []
    // As it is, or composed; then in plainer letters, such as fi for its ligature.
    const drawn =
      drawnBy(order, cluster) ??
      drawnBy([...order, ...eastAsian], cluster.normalize('NFC')) ??
      drawnBy(order, cluster.normalize('NFKC'))
    if (drawn) return drawn
    const [fallback] = order
    if (!fallback) throw new Error('There are no typefaces.')
    const seen = cluster.replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    if (seen !== cluster) return this.draw(seen, weight, before)
    // A letter without its marks is better than none.
    const bare = cluster.normalize('NFD').replace(/\p{M}+/gu, '')
    if (bare !== cluster && bare !== '') return this.draw(bare, weight, before)
    if (/^\s+$/.test(cluster)) return this.draw(' ', weight, before)
    this.#missing++
    return drawnBy(shipped, MISSING) ?? { face: fallback.name, text: '', rightToLeft: false }
  }
}

function drawnBy(faces: readonly Face[], text: string): Drawn | undefined {
  const face = faces.find(({ font }) => hasAll(font, text))
  return face && { face: face.name, text, rightToLeft: face.rightToLeft }
}

function hasAll(font: Font, text: string): boolean {
  for (const character of text) if (!canDraw(font, character.codePointAt(0) ?? 0)) return false
  return true
}

/** Whether a typeface has a glyph that can be measured: of an empty one at the end of some, fontkit reads past the file. */
function canDraw(font: Font, codePoint: number): boolean {
  try {
    return font.hasGlyphForCodePoint(codePoint) && font.glyphForCodePoint(codePoint).advanceWidth >= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
