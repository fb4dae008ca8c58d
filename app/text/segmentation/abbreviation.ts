import type { Candidate, Passage } from './candidate.ts'
import { Kind, kindAt } from './characters.ts'
import { type Role, roleOf } from './language.ts'
import { wordAfter, wordBefore } from './words.ts'

/** What is known of the word before a stop and of what follows it. */
interface Surroundings {
  /** As it stands in the text. */
  readonly word: string
  /** Without blanks and invisible characters: what the tables are asked for. */
  readonly key: string
  readonly candidate: Candidate
  readonly passage: Passage
}

/**
 * Whether the stop after a word is a full stop, or belongs to the word: an abbreviation, an initial, an ordinal.
 * Ordinary words end the sentence. The others are asked for their role, and the role for what follows.
 */
export function mayEndAfterWord(candidate: Candidate, passage: Passage): boolean {
  const word = wordBefore(passage.text, candidate.at, candidate.sentence)
  if (word === '') return true
  if (NUMBER.test(word)) return endsAfterNumber(word, candidate, passage)
  const surroundings = { word, key: word.replaceAll(/[\s\p{Cf}]/gu, ''), candidate, passage }
  const role = roleOfWord(surroundings) ?? roleByShape(surroundings)
  if (role === undefined) return endsAfterPlainWord(surroundings)
  return endsAfter[role](surroundings)
}

const NUMBER = /^[\d\p{Nd}]+$/u

const endsAfter: Readonly<Record<Role, (surroundings: Surroundings) => boolean>> = {
  leads: ({ word, candidate, passage }) => isLowerWord(word) && startsSentence(candidate, passage),
  numbered: ({ candidate, passage }) => !isNumeral(candidate, passage),
  units: surroundings =>
    followsNumber(surroundings) &&
    !isShortLead(surroundings) &&
    isCapital(surroundings.candidate, surroundings.passage),
  either: surroundings =>
    !isShortLead(surroundings) && startsSentence(surroundings.candidate, surroundings.passage),
  closes: ({ candidate, passage }) => kindAt(passage.text, candidate.first) !== Kind.Digit,
}

function roleOfWord({ key, passage: { language } }: Surroundings): Role | undefined {
  // A capital by itself is an initial ("Steven P. Novella"), unless the language writes a title so ("M. Dupont").
  if (key.length === 1 && key !== key.toLowerCase()) return language.abbreviations.get(key) ?? 'either'
  const role = roleOf(key, language)
  if (role) return role
  // "куб.м", "Vize-Präs", "l’art": the last part alone.
  const last = /[^.\-/’',]+$/u.exec(key)?.[0]
  return last && last.length > 1 && last !== key ? roleOf(last, language) : undefined
}

/** What the shape of an unlisted word says: initials, dotted letters and words without a vowel are abbreviations. */
function roleByShape(surroundings: Surroundings): Role | undefined {
  const { key, passage } = surroundings
  if (INITIALS.test(key)) return 'either'
  if (isCaseless(key)) return key.length === 1 && ALPHABETIC.test(key) ? 'leads' : undefined
  if (VOWELLESS.test(key) && !SYLLABIC_R.has(passage.language.code) && !followsNumber(surroundings))
    return 'either'
  return undefined
}

const INITIALS = /^(?:\p{L}\p{M}*[.\-’'])*[\p{Lu}\p{Ll}]\p{M}*$/u
const ALPHABETIC = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}]$/u
const VOWELLESS =
  /^(?!hm+$|[psb]*s+t+$|\p{Lu}+$)[bcdfghjklmnpqrstvwxzžščřćđłńśźżçñßбвгґджзклмнпрстфхцчшщ]{2,5}$/iu
/** Languages whose r and l make syllables: prst, vlk, krv are words there. */
const SYLLABIC_R = new Set(['cs', 'sk', 'sl', 'hr', 'sr', 'bs', 'sh', 'mk', 'bg', 'cy'])

const isCaseless = (word: string): boolean => /^[\p{Lo}\p{M}]+$/u.test(word)

const isLowerWord = (word: string): boolean => /^\p{Ll}{2,}$/u.test(word)

// A number after which the stop makes an ordinal ("3. Mai") or a date ("12. 3. 2024"), or simply ends the sentence.
function endsAfterNumber(word: string, candidate: Candidate, passage: Passage): boolean {
  const { text, language } = passage
  if (kindAt(text, candidate.first) === Kind.Digit) return word.length > 2
  if (!language.ordinals || word.length > 3 || !isWordStart(text, candidate.at - word.length)) return true
  return startsSentence(candidate, passage)
}

const isWordStart = (text: string, at: number): boolean => {
  const kind = kindAt(text, at - 1)
  return kind === Kind.Blank || kind === Kind.Open || kind === Kind.Quote
}

// "Elizabeth II. The": a king's number ends the sentence like a word; where ordinals take a stop, only a starter tells.
function endsAfterPlainWord({ word, candidate, passage }: Surroundings): boolean {
  if (!passage.language.ordinals || !ROMAN.test(word)) return true
  return startsSentence(candidate, passage)
}

const ROMAN = /^[IVXLCDM]+$/

/** True where the next word is one that begins sentences, or an opening mark that a name does not have. */
function startsSentence(candidate: Candidate, { text, end, language }: Passage): boolean {
  const word = wordAfter(text, candidate.first, end)
  if (!word) return false
  const lower = word.toLowerCase()
  if (!language.starters.has(lower)) return false
  return kindAt(text, candidate.first) !== Kind.Lower || false
}

function isCapital(candidate: Candidate, { text }: Passage): boolean {
  const kind = kindAt(text, candidate.first)
  return kind !== Kind.Lower && kind !== Kind.Digit
}

// "No. 5", "Art. IV", "Fig. A", "Aug. 24".
function isNumeral(candidate: Candidate, { text, end }: Passage): boolean {
  if (kindAt(text, candidate.first) === Kind.Digit) return true
  const word = wordAfter(text, candidate.first, end)
  return (
    ROMAN.test(word) ||
    (word.length === 1 && kindAt(text, candidate.first) === Kind.Upper && !'AIOÀÉÈOУВІЯАИОСК'.includes(word))
  )
}

function followsNumber({ word, candidate, passage }: Surroundings): boolean {
  let i = candidate.at - word.length - 1
  while (i > candidate.sentence && kindAt(passage.text, i) === Kind.Blank) i--
  if (/^\d/.test(word)) return true
  const kind = kindAt(passage.text, i)
  return kind === Kind.Digit || passage.text[i] === '%' || isRomanBefore(passage.text, i, candidate.sentence)
}

const isRomanBefore = (text: string, last: number, floor: number): boolean =>
  last >= floor && /^[IVXLCХІ]+$/.test(wordBefore(text, last + 1, floor))

// "At 5 a.m. Mr. Smith", "У 2017 р. Україна": fewer than three words before the abbreviation are no sentence.
function isShortLead({ word, candidate, passage }: Surroundings): boolean {
  let words = 0
  let inWord = false
  for (let i = candidate.sentence; i < candidate.at - word.length; i++) {
    const blank = kindAt(passage.text, i) === Kind.Blank
    if (!blank && !inWord && ++words > 2) return false
    inWord = !blank
  }
  return true
}
