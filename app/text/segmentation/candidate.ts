import { isLetter, joinsBefore, Kind, kindAt, skipBlanks } from './characters.ts'
import { skipEmoticons } from './emoticon.ts'
import type { Language } from './language.ts'

/** A stretch of text in which sentences are sought: a paragraph. Offsets are UTF-16 units of the whole text. */
export interface Passage {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly language: Language
  /** True where the writer does without capitals, so that a small letter may begin a sentence. */
  readonly informal: boolean
}

/**
 * What the mark says by itself: a `stop` may also close an abbreviation or a number, an `ellipsis` may be a pause,
 * a `pause` (. . .) is an omission inside the sentence, a `strong` mark (? !) may belong to a quotation, a `native` one (。 । ؟) is a sentence end and nothing else.
 */
export type Mark = 'stop' | 'ellipsis' | 'pause' | 'strong' | 'native'

/** A place where a sentence may end. */
export interface Candidate {
  /** Where the sentence that may end here began. */
  readonly sentence: number
  readonly mark: Mark
  /** The first unit of the mark, and the first after it. */
  readonly at: number
  readonly markEnd: number
  /** After the mark, and the quotes and brackets that close with it: where the sentence would end. */
  readonly end: number
  /** True where a quote closes with the mark. */
  readonly quoted: boolean
  /** True where a bracket closes with the mark. */
  readonly bracketed: boolean
  /** The first unit after the blanks that follow; equal to `end` where there are none. */
  readonly next: number
  /** The first unit after the quotes, brackets and bullets that open there: the next word, if there is one. */
  readonly first: number
}

/** How far back the opening quote is sought of one that stands apart. */
const LONGEST_QUOTATION = 400

/** So many marks may open a sentence before its first word: more are no sentence. */
const MOST_OPENERS = 8

/** Reads the candidate whose mark begins at `at`. */
export function readCandidate(passage: Passage, sentence: number, at: number): Candidate {
  const { text, end: limit } = passage
  let i = at
  let dots = 0
  let mark: Mark = 'stop'
  let spaced = false
  while (i < limit) {
    const kind = kindAt(text, i)
    if (kind === Kind.Stop) dots++
    else if (kind === Kind.Ellipsis) dots += 3
    else if (kind === Kind.Native) mark = 'native'
    else if (kind === Kind.Strong || (i === at && kind === Kind.Colon))
      mark = mark === 'native' ? mark : 'strong'
    else if (i > at && kind === Kind.Mark) dots += 0
    else if (kind === Kind.Blank && repeats(text, i, limit)) spaced = true
    else break
    i++
  }
  if (mark === 'stop' && dots > 2) mark = spaced && dots === 3 ? 'pause' : 'ellipsis'
  // "compounds. . . . The": a stop, and an ellipsis that opens the next sentence.
  if (
    spaced &&
    dots > 3 &&
    kindAt(text, at - 1) !== Kind.Blank &&
    isLetter(kindAt(text, skipBlanks(text, i, limit)))
  ) {
    return withContext(passage, { sentence, mark: 'stop', at, markEnd: at + 1, end: at + 1 }, false, false)
  }
  const closing = readClosers(text, sentence, i, limit, mark)
  return withContext(
    passage,
    { sentence, mark, at, markEnd: i, end: closing.end },
    closing.quoted,
    closing.bracketed,
  )
}

// ". . ." and "! !": the same mark again after a single blank, with no word attached to it.
function repeats(text: string, blank: number, limit: number): boolean {
  const kind = kindAt(text, blank - 1)
  if ((kind !== Kind.Stop && kind !== Kind.Strong) || text[blank] === '\n') return false
  const after = blank + 2 < limit ? kindAt(text, blank + 2) : Kind.Blank
  return kindAt(text, blank + 1) === kind && !isLetter(after) && after !== Kind.Digit && after !== kind
}

function readClosers(text: string, sentence: number, from: number, limit: number, mark: Mark) {
  let end = from
  let quoted = false
  let bracketed = false
  while (end < limit) {
    const kind = kindAt(text, end)
    if (kind === Kind.Quote && !(mark === 'native' && isOpeningQuote(text, end))) quoted = true
    else if (kind === Kind.Close) bracketed = true
    else if (isReference(text, end)) end = text.indexOf(']', end)
    else if (kind === Kind.Surrogate && joinsBefore(text, end)) end++
    else if (kind !== Kind.Format && !joinsBefore(text, end) && !isSuperscript(text, end)) break
    end++
  }
  // « Vraiment ? » : the closing quote stands apart.
  const apart = skipBlanks(text, end, limit)
  if (apart > end && apart < limit && closesApart(text, apart, sentence)) {
    const after = apart + 1 < limit ? kindAt(text, apart + 1) : Kind.Blank
    if (!isLetter(after) && after !== Kind.Digit) return { end: apart + 1, quoted: true, bracketed }
  }
  return { end, quoted, bracketed }
}

// A guillemet, or the second of two straight quotes.
function closesApart(text: string, at: number, sentence: number): boolean {
  if ('»”›'.includes(text.charAt(at))) return true
  if (text[at] !== '"') return false
  let open = false
  for (let i = Math.max(sentence, at - LONGEST_QUOTATION); i < at; i++) if (text[i] === '"') open = !open
  return open
}

const isOpeningQuote = (text: string, at: number): boolean => '“‘„«'.includes(text.charAt(at))

const isSuperscript = (text: string, at: number): boolean => /^[⁰¹²³⁴-⁹]$/.test(text.charAt(at))

// A note's number, attached to the stop: "Paris.[12]"
const REFERENCE = /\[\d{1,3}\]/y
function isReference(text: string, at: number): boolean {
  if (text[at] !== '[') return false
  REFERENCE.lastIndex = at
  return REFERENCE.test(text)
}

type Read = Pick<Candidate, 'sentence' | 'mark' | 'at' | 'markEnd' | 'end'>

function withContext(passage: Passage, read: Read, quoted: boolean, bracketed: boolean): Candidate {
  const { text, end: limit } = passage
  const end = skipEmoticons(text, read.end, limit)
  const next = skipBlanks(text, end, limit)
  let first = next
  const furthest = Math.min(limit, next + MOST_OPENERS)
  while (first < furthest && opensSentence(text, first)) first = afterOmission(text, first, limit)
  return { ...read, end, quoted, bracketed, next, first }
}

// "(...) The universities": what was left out at the start of a quoted sentence opens it.
const OMISSION = /[([](?:\.{3}|…)[)\]]\s/y
function afterOmission(text: string, at: number, limit: number): number {
  OMISSION.lastIndex = at
  return OMISSION.test(text) && OMISSION.lastIndex <= limit ? OMISSION.lastIndex : at + 1
}

function opensSentence(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  if (kind === Kind.Quote || kind === Kind.Open || kind === Kind.Bullet || kind === Kind.Format) return true
  return '¿¡*_#@'.includes(text.charAt(at))
}
