import type { Candidate, Passage } from './candidate.ts'
import { Kind, kindAt } from './characters.ts'
import { particles } from './data/common.ts'
import { roleOf } from './language.ts'
import { wordAfter } from './words.ts'

/** Roman numerals, in Latin letters or in the Cyrillic ones that look the same. */
export const ROMAN = /^[IVXLCDMІХ]+$/u

const wordNext = ({ first }: Candidate, { text, end }: Passage): string => wordAfter(text, first, end)

/** True where the next word is one that begins sentences: "The", but not the initial of "A. Smith". */
export function startsSentence(candidate: Candidate, passage: Passage): boolean {
  const { text, language } = passage
  const word = wordNext(candidate, passage)
  const isInitial = word.length === 1 && kindAt(text, candidate.first + 1) === Kind.Stop
  return (
    !isInitial && kindAt(text, candidate.first) !== Kind.Lower && language.starters.has(word.toLowerCase())
  )
}

/** True where what follows could begin a sentence by its first character: no small letter, number or "№". */
export function startsLikeSentence({ first }: Candidate, { text }: Passage): boolean {
  const kind = kindAt(text, first)
  return kind !== Kind.Lower && kind !== Kind.Digit && !'№§#'.includes(text.charAt(first))
}

/** A capital that only the start of a sentence explains: "Inc. Shares fell", but not "Inc. Chief Executive". */
export function isLoneCapital(candidate: Candidate, passage: Passage): boolean {
  const word = wordNext(candidate, passage)
  const after = candidate.first + word.length
  const goesOnSmall =
    kindAt(passage.text, after) === Kind.Blank && kindAt(passage.text, after + 1) === Kind.Lower
  return goesOnSmall && CAPITALISED.test(word)
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u

/** What an abbreviation like "No." stands before: "No. 5", "Art. IV", "Fig. A". */
export function isNumeral(candidate: Candidate, passage: Passage): boolean {
  const { text, language } = passage
  const kind = kindAt(text, candidate.first)
  if (kind === Kind.Digit) return true
  const word = wordNext(candidate, passage)
  const after = kindAt(text, candidate.first + word.length)
  if (after === Kind.Quote) return false
  if (ROMAN.test(word)) return true
  const isLetterAlone = word.length === 1 && kind === Kind.Upper
  return isLetterAlone && (after === Kind.Stop || !language.starters.has(word.toLowerCase()))
}

/** A title, as in "Mr. Smith". */
export const isTitle = (candidate: Candidate, passage: Passage): boolean =>
  roleOf(wordNext(candidate, passage), passage.language) === 'leads'

/** A word that begins a sentence as well as a surname: "Ursula K. Le Guin". */
export const isParticle = (candidate: Candidate, passage: Passage): boolean =>
  particles.has(wordNext(candidate, passage).toLowerCase())

/** A word with a capital that goes on after a clock time: "5 p.m. Monday". */
export const isContinuer = (candidate: Candidate, passage: Passage): boolean =>
  passage.language.continuers.has(wordNext(candidate, passage).toLowerCase())
