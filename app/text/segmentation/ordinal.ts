import type { Candidate, Passage } from './candidate.ts'
import { Kind, kindAt } from './characters.ts'
import { ROMAN, startsSentence } from './what-follows.ts'

/** A longer number is a year or a quantity, not a rank. */
const LONGEST_ORDINAL = 3

export const isNumber = (word: string): boolean => /^\p{Nd}+$/u.test(word)

/**
 * Whether a sentence ends at the stop after the number `word`, or whether the stop makes it an ordinal ("3. Mai") or
 * a part of a date ("12. 3. 2024").
 */
export function endsAfterNumber(word: string, candidate: Candidate, passage: Passage): boolean {
  if (kindAt(passage.text, candidate.first) === Kind.Digit) return word.length > 2
  if (!passage.language.ordinals || word.length > LONGEST_ORDINAL) return true
  return startsSentence(candidate, passage)
}

/** "Wilhelm II. dankte": where ordinals take a stop, so do Roman ones. */
export const isRomanOrdinal = (word: string, { language }: Passage): boolean =>
  language.ordinals && ROMAN.test(word)
