import type { Passage } from './candidate.ts'
import { Kind, kindAt, skipBlanks } from './characters.ts'
import { emoticonEnd } from './emoticon.ts'
import { wordAfter, wordBefore } from './words.ts'

/** The places, in order, where sentences end without a mark, and where the scanner goes on reading. */
export interface Apart {
  readonly ends: readonly number[]
  readonly resume: number
}

/**
 * What a colon or semicolon gives away: an emoticon, a web address, the time stamp of a message, the label of a
 * field. Each of them stands apart from the sentence after it although nobody put a stop.
 *
 * @param at where the colon stands
 */
export function standingApart(at: number, sentence: number, passage: Passage): Apart {
  const { text, end } = passage
  if (text.startsWith('://', at)) return address(at, passage)
  const face = emoticonEnd(text, at, end)
  if (face > at && kindAt(text, at - 1) !== Kind.Lower) {
    return { ends: isCapitalAfter(face, passage) ? [face] : [], resume: face }
  }
  if (kindAt(text, at + 1) === Kind.Digit) return { ends: timeStamp(at, sentence, passage), resume: at + 1 }
  if (text[at] === ';') return { ends: isNewSentence(at, passage) ? [at + 1] : [], resume: at + 1 }
  return { ends: label(at, sentence, passage), resume: at + 1 }
}

function isCapitalAfter(from: number, { text, end }: Passage): boolean {
  const next = skipBlanks(text, from, end)
  return next > from && kindAt(text, next) === Kind.Upper
}

// "…; La même année": a capital after a semicolon, which no name explains, shows that the writer began anew. After
// a bracket it parts references: "(Ruth 1); The".
function isNewSentence(semicolon: number, { text, end, language }: Passage): boolean {
  if (kindAt(text, semicolon - 1) === Kind.Close) return false
  const next = skipBlanks(text, semicolon + 1, end)
  const word = wordAfter(text, next, end)
  const after = next + word.length
  if (kindAt(text, next) !== Kind.Upper || !language.starters.has(word.toLowerCase())) return false
  return kindAt(text, after) === Kind.Blank && kindAt(text, after + 1) !== Kind.Upper
}

// Marks inside an address end nothing. One that ends its sentence is followed by a word that begins the next.
function address(colon: number, { text, end, language }: Passage): Apart {
  let last = colon
  while (last < end && kindAt(text, last) !== Kind.Blank) last++
  const next = skipBlanks(text, last, end)
  let resume = last
  while (resume > colon + 3 && !isAddressPart(kindAt(text, resume - 1))) resume--
  const closed = resume === last || text[last - 1] === '/' || text[last - 1] === ']'
  const starts =
    kindAt(text, next) === Kind.Upper && language.starters.has(wordAfter(text, next, end).toLowerCase())
  return { ends: closed && starts ? [last] : [], resume }
}

const isAddressPart = (kind: number): boolean => kind < Kind.Quote && kind !== Kind.Comma

const STAMP =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? {1,2}(?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?/u
const LONGEST_STAMP = 32
/** From the year to the colon: "2000 at 09". */
const BEFORE_COLON = 20
/** A sender's name is not longer. */
const LONGEST_NAME = 60

// "Edward Terry 09/08/2000 09:55 AM FYI, per the memo": sender and time of a message, before its first sentence.
function timeStamp(colon: number, sentence: number, { text, end }: Passage): number[] {
  for (let start = Math.max(sentence, colon - BEFORE_COLON); start < colon; start++) {
    if (kindAt(text, start) !== Kind.Digit || isInWord(text, start)) continue
    const stamp = STAMP.exec(text.slice(start, Math.min(end, start + LONGEST_STAMP)))?.[0]
    if (!stamp) continue
    if (start - sentence > LONGEST_NAME || !NAMES.test(text.slice(sentence, start))) return []
    const after = start + stamp.length
    if (kindAt(text, skipBlanks(text, after, end)) !== Kind.Upper) return []
    return start > sentence ? [start, after] : [after]
  }
  return []
}

const isInWord = (text: string, at: number): boolean => at > 0 && kindAt(text, at - 1) !== Kind.Blank

const NAMES = /^(?:["<(]?[\p{Lu}@][^\s]*\s+|<?[^\s@]+@[^\s]+\s+|(?:von|van|de|of|by)\s+){0,6}$/u

// "Email: Ruth Groups: alt.animals": a form printed on one line. Only known labels begin a field.
function label(colon: number, sentence: number, { text, end, language }: Passage): number[] {
  if (language.labels.size === 0 || kindAt(text, colon + 1) !== Kind.Blank) return []
  const word = wordBefore(text, colon, sentence)
  if (!isLabel(word)) return []
  // "Job title: …": labels of two words.
  const earlier = wordBefore(text, colon - word.length - 1, sentence)
  const field = colon - word.length - (isLabel(earlier) ? earlier.length + 1 : 0)
  if (field <= sentence) return []
  const opening = wordAfter(text, sentence, end)
  const labelled = isLabel(opening) && text.slice(sentence, field).includes(':')
  return labelled ? [field] : []

  function isLabel(name: string): boolean {
    return kindAt(name, 0) === Kind.Upper && language.labels.has(name.toLowerCase())
  }
}
