import { mayEndAfterWord } from './abbreviation.ts'
import type { Candidate, Passage } from './candidate.ts'
import { isLetter, joinsBefore, Kind, kindAt } from './characters.ts'
import { roleOf } from './language.ts'
import { listMarker } from './list-marker.ts'
import { isAttribution, isOmission } from './quotation.ts'
import { wordAfter, wordBefore } from './words.ts'

/**
 * Whether a sentence ends at the candidate. The reasons against are asked first, from the cheapest and surest on;
 * what is left is decided by the mark and by the character that comes next.
 */
export function endsSentence(candidate: Candidate, passage: Passage): boolean {
  if (candidate.next >= passage.end) return true
  if (isWordless(candidate, passage)) return false
  if (isOmission(candidate, passage)) return false
  if (candidate.mark === 'pause' || continues(candidate, passage)) return false
  if (candidate.mark === 'native') return !candidate.bracketed && !isAttribution(candidate, passage)
  if (candidate.next === candidate.end) return isMissingBlank(candidate, passage)
  if (!mayBegin(candidate, passage) || isAttribution(candidate, passage)) return false
  return candidate.mark !== 'stop' || stopEnds(candidate, passage)
}

// Nothing but marks so far: "... and then", "!! Warning".
function isWordless({ sentence, at }: Candidate, { text }: Passage): boolean {
  const furthest = Math.min(at, sentence + 12)
  for (let i = sentence; i < furthest; i++) {
    const kind = kindAt(text, i)
    if (isLetter(kind) || kind === Kind.Digit || kind === Kind.Surrogate) return false
  }
  return at === furthest
}

// A comma, a closing bracket or the rest of a character: the sentence visibly goes on.
function continues({ mark, end, next, first }: Candidate, { text }: Passage): boolean {
  if (joinsBefore(text, next)) return true
  const kind = kindAt(text, next)
  if (kind === Kind.Comma || kind === Kind.Colon || kind === Kind.Close) return true
  if (kind === Kind.Dash && mark !== 'native') return !isNewTurn(text, next, end)
  return (kind === Kind.Strong || kind === Kind.Stop) && !isLetter(kindAt(text, first + 1)) && mark !== 'stop'
}

// "— Так. — Він пішов." A dash and a capital after a sentence: another speaker, or the next sentence.
function isNewTurn(text: string, dash: number, end: number): boolean {
  let i = dash
  while (i < dash + 4 && (kindAt(text, i) === Kind.Dash || kindAt(text, i) === Kind.Blank)) i++
  const closed = kindAt(text, end - 1) === Kind.Quote
  return !closed && (kindAt(text, i) === Kind.Upper || kindAt(text, i) === Kind.Digit)
}

// "world.Today": the blank was forgotten. A web address, a file or a version looks different on one side or the other.
function isMissingBlank(
  { mark, at, end, next }: Candidate,
  { text, end: limit, start, language }: Passage,
): boolean {
  if (end - at !== 1 || mark === 'ellipsis') return false
  const word = wordBefore(text, at, start)
  const follower = wordAfter(text, next, limit)
  const last = kindAt(text, at - 1)
  if (kindAt(text, next) !== Kind.Upper || !language.stops || /[./@]/.test(word)) return false
  const afterFollower = next + follower.length
  const dotted = kindAt(text, afterFollower) === Kind.Stop && !language.abbreviations.has(follower)
  if (dotted && isLetter(kindAt(text, afterFollower + 1))) return false
  if (/^\p{Ll}{2,}$/u.test(word)) return kindAt(text, at - word.length - 1) === Kind.Blank
  const known =
    language.starters.has(follower.toLowerCase()) || language.abbreviations.get(follower) === 'leads'
  return known && (last === Kind.Lower || last === Kind.Digit) && word.length > 1
}

// A small letter begins a sentence only where the writer does without capitals, or as a brand: iPhone, eBay.
function mayBegin(candidate: Candidate, passage: Passage): boolean {
  const { at, markEnd, quoted, bracketed, next, first } = candidate
  const { text, end: limit, informal } = passage
  const kind = kindAt(text, first)
  if (isAddress(text, first)) return true
  if (kind === Kind.Stop || kind === Kind.Ellipsis) return isOpeningEllipsis(text, first)
  if (kind !== Kind.Lower) return hasWord(text, first, limit)
  if (kindAt(text, first + 1) === Kind.Upper || isClitic(text, first, limit)) return true
  if (quoted || bracketed) return false
  if (isLapse(candidate, passage)) return true
  return next === first && (isPlainQuestion(text, at) || (informal && markEnd - at !== 2))
}

// A line of symbols is no sentence of its own; it stays with the one before.
function hasWord(text: string, from: number, limit: number): boolean {
  const furthest = Math.min(limit, from + 12)
  for (let i = from; i < furthest; i++) {
    const kind = kindAt(text, i)
    if (isLetter(kind) || kind === Kind.Digit || kind === Kind.Surrogate) return true
  }
  return furthest < limit
}

// "Who came? when?", but not "Yahoo! in", nor "'Why',? he asked".
const isPlainQuestion = (text: string, at: number): boolean =>
  text[at] === '?' && kindAt(text, at - 1) !== Kind.Comma && kindAt(text, at - 1) !== Kind.Quote

// "… in the kitchen. the rest": no abbreviation before the stop, and a word that begins sentences after it.
function isLapse({ mark, at, sentence, first }: Candidate, { text, end, language }: Passage): boolean {
  if (mark !== 'stop' || !language.starters.has(wordAfter(text, first, end))) return false
  const word = wordBefore(text, at, sentence)
  return (LONG_WORD.test(word) || language.starters.has(word)) && roleOf(word, language) === undefined
}

const LONG_WORD = /^\p{Ll}{6,}$/u

const isAddress = (text: string, at: number): boolean =>
  text.startsWith('http', at)
    ? text.startsWith('://', at + 4) || text.startsWith('s://', at + 4)
    : text.startsWith('www.', at)

// "...en toen", ". . . The": the ellipsis that opens a sentence, with its first word.
const OPENING_ELLIPSIS = /(?:\.{3}|…|\. \. \. )[\p{L}\p{Nd}]/uy
function isOpeningEllipsis(text: string, at: number): boolean {
  OPENING_ELLIPSIS.lastIndex = at
  return OPENING_ELLIPSIS.test(text)
}

// Dutch 's Avonds, 't Is: the capital stands in the second word.
function isClitic(text: string, first: number, limit: number): boolean {
  if (kindAt(text, first - 1) !== Kind.Quote || first + 2 >= limit) return false
  return kindAt(text, first + 1) === Kind.Blank && kindAt(text, first + 2) === Kind.Upper
}

function stopEnds(candidate: Candidate, passage: Passage): boolean {
  if (!passage.language.stops) return false
  // "Inc..": the first stop is the word's, the second the sentence's.
  if (candidate.markEnd - candidate.at > 1) return true
  const marker = listMarker(candidate, passage)
  if (marker !== '') return passage.language.pointsApart && /^\d/u.test(marker)
  return mayEndAfterWord(candidate, passage)
}
