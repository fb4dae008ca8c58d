import type { Passage } from './candidate.ts'
import { isLetter, Kind, kindAt } from './characters.ts'

/** What is further apart than that belongs to nothing: one of the two is a misprint, or a list's. UTF-16 units. */
export const LONGEST_ENCLOSURE = 300

/** A quotation so short is read in one go, even where it holds two sentences: "Glory! Glory!" */
const SHORT_QUOTATION = 80
const SHORT_SPEECH = 120

/** Brackets or quotes and what is between them. */
export interface Enclosure {
  /** Where the closing mark stands; -1 if there is none near enough. */
  readonly close: number
  /** True where the enclosure is a part of its sentence, so that no sentence ends inside it. */
  readonly held: boolean
}

const NONE: Enclosure = { close: -1, held: false }

/** Reads the enclosure that opens at `open`, in the sentence that begins at `sentence`. */
export function enclosureAt(open: number, sentence: number, passage: Passage): Enclosure {
  const { text, end } = passage
  const limit = Math.min(end, open + LONGEST_ENCLOSURE)
  const quote = QUOTES.get(text.charAt(open))
  const isQuotation = quote !== undefined && passage.language.code !== 'ja'
  if (!isQuotation && kindAt(text, open) !== Kind.Open) return NONE
  if (isQuotation && !isOpening(open, sentence, text)) return NONE
  const close = isQuotation ? closingQuote(text, open, limit, quote) : closingBracket(text, open, limit)
  if (close < 0) return NONE
  return {
    close,
    held: isQuotation
      ? holdsQuotation(open, close, sentence, passage)
      : holdsAside(open, close, sentence, text),
  }
}

/** By the mark that opens: those that close. The German “ closes, the English one opens. */
const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
])

// The closing quote of a long quotation may look like an opening one, but stands after a word, not before one.
function isOpening(at: number, sentence: number, text: string): boolean {
  if (kindAt(text, at + 1) === Kind.Blank && text[at] !== '«') return false
  const before = kindAt(text, at - 1)
  return at === sentence || !(isLetter(before) || before === Kind.Comma || before > Kind.Colon)
}

function closingQuote(text: string, open: number, limit: number, closing: string): number {
  for (let i = open + 1; i < limit; i++) if (closing.includes(text.charAt(i))) return i
  return -1
}

function closingBracket(text: string, open: number, limit: number): number {
  let depth = 0
  for (let i = open; i < limit; i++) {
    const kind = kindAt(text, i)
    if (kind === Kind.Open) depth++
    else if (kind === Kind.Close && --depth === 0) return i
  }
  return -1
}

// Brackets in mid-sentence are part of it. At its start they are, if they close before the last stop: "(Ruth 1, 2)."
const holdsAside = (open: number, close: number, sentence: number, text: string): boolean =>
  open > sentence || (close - open <= SHORT_SPEECH && kindAt(text, close - 1) < Kind.Stop)

function holdsQuotation(
  open: number,
  close: number,
  sentence: number,
  { text, end, language }: Passage,
): boolean {
  const length = close - open
  if (language.holdsQuotations && (length <= SHORT_SPEECH || open > sentence)) return true
  return length <= SHORT_QUOTATION && goesOn(text, close + 1, end)
}

// After the quotation the sentence around it goes on: a comma, a dash, a small letter.
function goesOn(text: string, from: number, end: number): boolean {
  let i = from
  while (i < end && i < from + 6 && (kindAt(text, i) === Kind.Blank || kindAt(text, i) === Kind.Dash)) i++
  const kind = kindAt(text, i)
  return kind === Kind.Lower || kind === Kind.Comma
}
