import type { Candidate, Passage } from './candidate.ts'
import { Kind, kindAt } from './characters.ts'
import { type Role, roleOf } from './language.ts'
import { endsAfterNumber, isNumber, isRomanOrdinal } from './ordinal.ts'
import {
  isContinuer,
  isLoneCapital,
  isNumeral,
  isParticle,
  isTitle,
  ROMAN,
  startsLikeSentence,
  startsSentence,
} from './what-follows.ts'
import { wordBefore } from './words.ts'

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
  if (!isWordStart(passage.text, candidate.at - word.length, candidate.sentence)) return true
  if (isNumber(word)) return endsAfterNumber(word, candidate, passage)
  const surroundings = { word, key: word.replaceAll(/[\s\p{Cf}]/gu, ''), candidate, passage }
  const role = roleOfWord(surroundings) ?? roleByShape(surroundings)
  if (role === undefined) return !isRomanOrdinal(word, passage) || startsSentence(candidate, passage)
  return kindAt(passage.text, candidate.first) !== Kind.Dash && endsAfter[role](surroundings)
}

const endsAfter: Readonly<Record<Role, (surroundings: Surroundings) => boolean>> = {
  leads: surroundings => endsAfterLead(surroundings),
  numbered: ({ candidate, passage }) => !isNumeral(candidate, passage),
  units: surroundings =>
    followsNumber(surroundings) ? endsBeforeCapital(surroundings) : endsAfterLead(surroundings),
  either: surroundings => endsBeforeStarter(surroundings),
  suffixes: surroundings =>
    endsBeforeStarter(surroundings) || isLoneCapital(surroundings.candidate, surroundings.passage),
  closes: surroundings => endsBeforeCapital(surroundings),
}

// "z. B. Die" goes on, and so does "Skt. Hans"; but nothing else in small letters leads on to a capital "The".
const endsAfterLead = ({ key, candidate, passage }: Surroundings): boolean =>
  SMALL_WORD.test(key) && startsSentence(candidate, passage)

const SMALL_WORD = /^\p{Ll}{2,}$/u

function endsBeforeStarter(surroundings: Surroundings): boolean {
  const { key, candidate, passage } = surroundings
  if (!startsSentence(candidate, passage)) return false
  if (isTitle(candidate, passage) && isShortLead(surroundings)) return false
  return SMALL_WORD.test(key) || key.includes('.') || !isParticle(candidate, passage)
}

// "At 5 a.m. Mr. Smith", "У 2017 р. Україна": after so few words a capital is a name, unless the word tells.
function endsBeforeCapital(surroundings: Surroundings): boolean {
  const { candidate, passage } = surroundings
  if (!startsLikeSentence(candidate, passage) || isContinuer(candidate, passage)) return false
  if (!isShortLead(surroundings)) return true
  return startsSentence(candidate, passage) && !isTitle(candidate, passage)
}

function roleOfWord({ key, passage: { language } }: Surroundings): Role | undefined {
  // A capital by itself is an initial ("Steven P. Novella"), unless the language writes a title so ("M. Dupont").
  if (key.length === 1 && key !== key.toLowerCase()) return language.abbreviations.get(key) ?? 'either'
  const role = roleOf(key, language)
  if (role) return role
  // "Hauptstr. 5", "Kerkstr. 5"
  if (key.endsWith('str')) return 'numbered'
  // "куб.м", "Vize-Präs", "l’art": the last part alone.
  const last = /[^.\-/’',]+$/u.exec(key)?.[0]
  return last && last.length > 1 && last !== key ? roleOf(last, language) : undefined
}

/** What the shape of an unlisted word says: initials, dotted letters and words without a vowel are abbreviations. */
function roleByShape(surroundings: Surroundings): Role | undefined {
  const { key, passage } = surroundings
  if (INITIALS.test(key)) return 'either'
  if (isCaseless(key)) return key.length === 1 && ALPHABETIC.test(key) ? 'leads' : undefined
  if (
    VOWELLESS.test(key) &&
    key !== key.toUpperCase() &&
    !passage.language.syllabicR &&
    !followsNumber(surroundings)
  )
    return 'either'
  return undefined
}

const INITIALS = /^(?:\p{L}\p{M}*[.\-’']{1,2})*[\p{Lu}\p{Ll}]\p{M}*$/u
const ALPHABETIC = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}]$/u
const VOWELLESS = /^(?!hm+$|[psb]*s+t+$)[bcdfghjklmnpqrstvwxzžščřćđłńśźżçñßбвгґджзклмнпрстфхцчшщ]{2,5}$/iu

const isCaseless = (word: string): boolean => /^[\p{Lo}\p{M}]+$/u.test(word)

// Inside an address or a formula ("x=y.") nothing is an abbreviation.
function isWordStart(text: string, at: number, sentence: number): boolean {
  const kind = kindAt(text, at - 1)
  return (
    at <= sentence || kind === Kind.Blank || kind === Kind.Open || kind === Kind.Quote || kind === Kind.Dash
  )
}

// "5 kg", "XIX ст.", "5 млн руб.": a number, and perhaps another unit, before this one.
function followsNumber({ word, candidate, passage }: Surroundings): boolean {
  if (/^\d/u.test(word)) return true
  const { text, language } = passage
  let end = candidate.at - word.length
  for (let units = 0; units < 2; units++) {
    while (end > candidate.sentence && kindAt(text, end - 1) === Kind.Blank) end--
    const before = wordBefore(text, end, candidate.sentence)
    if (/\d$/u.test(before) || ROMAN.test(before) || text[end - 1] === '%') return true
    if (roleOf(before.replace(/\.$/u, ''), language) !== 'units') return false
    end -= before.length
  }
  return false
}

/** True where fewer than three words stand before the abbreviation. */
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
