/**
 * What a UTF-16 unit means to the segmenter. The kinds are ordered: every kind from `Quote` on makes the scanner
 * stop and look; the ones before it, by far the most frequent, cost one table lookup.
 */
export const Kind = {
  Other: 1,
  Lower: 2,
  Upper: 3,
  /** A letter of a script without case: Arabic, Devanagari, Han … */
  Letter: 4,
  Digit: 5,
  Blank: 6,
  /** Joins the character before it into one grapheme cluster: combining marks, joiners, variation selectors. */
  Mark: 7,
  /** Invisible: direction marks, zero-width space, soft hyphen. */
  Format: 8,
  Dash: 9,
  /** A comma and its like: whatever stands before it has not ended. */
  Comma: 10,
  /** Half of a character outside the Basic Multilingual Plane: most often an emoji. */
  Surrogate: 11,
  /** Opening or closing depends on language and place (“ opens in English, closes in German). */
  Quote: 12,
  Open: 13,
  Close: 14,
  Bullet: 15,
  /** Colon and semicolon: a sentence end in some languages, the eyes of an emoticon in all. */
  Colon: 16,
  Stop: 17,
  Ellipsis: 18,
  /** ? and ! */
  Strong: 19,
  /** Ends a sentence whatever follows, with or without a blank: 。 ！ । ۔ ؟ ። */
  Native: 20,
} as const

export type Kind = (typeof Kind)[keyof typeof Kind]

/** The first kind at which the scanner stops. */
export const FIRST_TELLING_KIND = Kind.Quote

const BY_PATTERN: readonly (readonly [RegExp, Kind])[] = [
  [/^\s$/u, Kind.Blank],
  [/^[.．]$/u, Kind.Stop],
  [/^[…‥]$/u, Kind.Ellipsis],
  [/^[?!‼⁇⁈⁉‽⸮]$/u, Kind.Strong],
  // Burmese ၊, Javanese pada lingsa and Mongolian-like commas are "sentence terminals" to Unicode, commas to readers.
  [/^[၊]$/u, Kind.Comma],
  // Tibetan shad and Khmer khan are not "sentence terminals" in every version of Unicode.
  [/^[\p{Sentence_Terminal}།༎༏។៕؟۔]$/u, Kind.Native],
  [/^[:;\u037e]$/u, Kind.Colon],
  [/^[•‣◦▪▫■□●○◆◇►▶▸⁃∙➢➤❖✓✔]$/u, Kind.Bullet],
  [/^[,،؛、，；：·]$/u, Kind.Comma],
  [/^[\p{Pi}\p{Pf}"'`´„‚‟＂]$/u, Kind.Quote],
  [/^\p{Ps}$/u, Kind.Open],
  [/^\p{Pe}$/u, Kind.Close],
  [/^[\p{Pd}−]$/u, Kind.Dash],
  [/^(?:\p{M}|\u200c|\u200d|\uff9e|\uff9f)$/u, Kind.Mark],
  [/^\p{Cf}$/u, Kind.Format],
  [/^\p{Nd}$/u, Kind.Digit],
  // Georgian has no capitals in running text, although Unicode gives its letters an upper case.
  [/^\p{Script=Georgian}$/u, Kind.Letter],
  [/^[\p{Lu}\p{Lt}]$/u, Kind.Upper],
  [/^\p{Ll}$/u, Kind.Lower],
  [/^[ªº]$/u, Kind.Lower],
  [/^\p{L}$/u, Kind.Letter],
  [/^[\ud800-\udfff]$/, Kind.Surrogate],
]

const kinds = new Uint8Array(0x10000)

/** The kind of the UTF-16 unit at `at`; `Other` outside of the text. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return kinds[unit] || learn(unit)
}

// The table fills as characters turn up: classifying all 65,536 units at start would cost more than most articles.
function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  const kind = BY_PATTERN.find(([pattern]) => pattern.test(character))?.[1] ?? Kind.Other
  kinds[unit] = kind
  return kind
}

export const isLetter = (kind: number): boolean => kind >= Kind.Lower && kind <= Kind.Letter

/** True where the character at `at` belongs to one grapheme cluster with the character before it. */
export function joinsBefore(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  if (kind !== Kind.Surrogate) return kind === Kind.Mark
  return /^(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])/u.test(text.slice(at, at + 2))
}

/** The first position from `at` on, before `end`, that is no blank; `end` if there is none. */
export function skipBlanks(text: string, at: number, end: number): number {
  let i = at
  while (i < end && kindAt(text, i) === Kind.Blank) i++
  return i
}
