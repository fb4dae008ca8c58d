/** A run of text on one baseline, in points from the upper left corner of its page. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline, growing downwards. */
  readonly y: number
  /** Height of the font. */
  readonly size: number
}

/** A piece of text as pdf.js gives it. */
export interface Glyphs {
  readonly str: string
  /** Right to left where it is 'rtl'. */
  readonly dir: string
  readonly width: number
  /** Of the text: scale, rotation and place on the page. */
  readonly transform: readonly number[]
}

interface Placed extends Line {
  readonly rtl: boolean
  /** The piece before it in the file, if a space stands between them: then they are of one line, however wide it is. */
  readonly tied: Placed | undefined
}

/** A gap of so many font heights may be that between two columns. */
const WIDE_GAP = 0.9
/** A gap of so many font heights is none between words, even in lines that are badly justified. */
const WIDEST_SPACE = 2.5
/** A gap of so many font heights is a space. */
const SPACE = 0.16

/**
 * The lines of a page, each broken where a gap is as wide as one between columns. Text that does not run
 * from left to right across the page (watermarks, remarks in a margin) is left out.
 *
 * @param transform from the PDF's coordinates to the page's, as its viewport has it
 */
export function pageLines(glyphs: readonly Glyphs[], transform: readonly number[]): Line[] {
  const placed: Placed[] = []
  let before: Placed | undefined
  let spaced = false
  for (const one of glyphs) {
    if (one.str.trim() === '') {
      spaced ||= one.str !== ''
      continue
    }
    before = place(one, transform, spaced ? before : undefined)
    spaced = false
    if (before) placed.push(before)
  }
  return rows(placed.sort((a, b) => a.y - b.y)).flatMap(row => broken(row))
}

/** Pieces side by side on about one baseline; a superscript belongs to the line that it stands on. */
function rows(placed: readonly Placed[]): Placed[][] {
  const found: Placed[][] = []
  for (const piece of placed) {
    const row = found.at(-1)
    const before = row?.at(-1)
    const larger = Math.max(piece.size, before?.size ?? 0)
    const isMark = Math.abs(piece.size - (before?.size ?? piece.size)) > 0.2 * larger
    const tolerance = (isMark ? 0.5 : 0.35) * larger
    if (row && before && piece.y - before.y <= tolerance) row.push(piece)
    else found.push([piece])
  }
  return found
}

function broken(row: readonly Placed[]): Line[] {
  const sorted = row.toSorted((a, b) => a.left - b.left)
  const groups: Placed[][] = []
  for (const piece of sorted) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const widest = (piece.tied === before ? WIDEST_SPACE : WIDE_GAP) * Math.max(piece.size, before?.size ?? 0)
    if (group && before && piece.left - before.right < widest) group.push(piece)
    else groups.push([piece])
  }
  return groups.map(joined).filter(line => line.text.trim() !== '')
}

/** Pieces that follow one another on a line, as one. */
export function joined(pieces: readonly (Line & { readonly rtl?: boolean })[]): Line {
  const rtl = pieces.filter(piece => piece.rtl).length * 2 > pieces.length
  const ordered = rtl ? pieces.toReversed() : pieces
  let text = ''
  let before: Line | undefined
  for (const piece of ordered) {
    if (before && isNoteMark(piece, before, text)) continue
    const gap = before ? (rtl ? before.left - piece.right : piece.left - before.right) : 0
    const spaced = text.endsWith(' ') || piece.text.startsWith(' ')
    text += (gap > SPACE * piece.size && !spaced ? ' ' : '') + piece.text
    before = piece
  }
  const largest = pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best))
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...pieces.map(piece => piece.left)),
    right: Math.max(...pieces.map(piece => piece.right)),
    y: largest.y,
    size: largest.size,
  }
}

/** A small raised number after a word or a stop leads to a footnote; one after a unit ("m²") does not. */
const isNoteMark = (piece: Line, before: Line, text: string): boolean =>
  /^[\d*†‡,]{1,3}$/.test(piece.text.trim()) &&
  piece.size < 0.8 * before.size &&
  piece.y < before.y - 0.1 * before.size &&
  /(?:\p{L}{4}|[.,;:!?…"”’»)\]])\s*$/u.test(text)

function place(
  { str, dir, width, transform: own }: Glyphs,
  page: readonly number[],
  tied: Placed | undefined,
): Placed | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page
  const [oa = 1, ob = 0, oc = 0, od = 1, oe = 0, of = 0] = own
  const across = a * oa + c * ob
  const up = b * oa + d * ob
  if (Math.abs(up) > 0.1 * Math.abs(across)) return undefined
  const left = a * oe + c * of + e
  return {
    text: str,
    left,
    right: left + width,
    y: b * oe + d * of + f,
    size: Math.hypot(a * oc + c * od, b * oc + d * od) || 1,
    rtl: dir === 'rtl',
    tied,
  }
}
