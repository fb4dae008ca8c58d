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
  if (!isWordStart(passage.text, candidate.at - word.length, candidate.sentence)) return true
  if (NUMBER.test(word)) return endsAfterNumber(word, candidate, passage)
  const surroundings = { word, key: word.replaceAll(/[\s\p{Cf}]/gu, ''), candidate, passage }
  const role = roleOfWord(surroundings) ?? roleByShape(surroundings)
  if (role === undefined) return endsAfterPlainWord(surroundings)
  return endsAfter[role](surroundings)
}

const NUMBER = /^[\d\p{Nd}]+$/u

const endsAfter: Readonly<Record<Role, (surroundings: Surroundings) => boolean>> = {
  leads: surroundings => endsAfterLead(surroundings),
  numbered: ({ candidate, passage }) => !isNumeral(candidate, passage),
  units: surroundings =>
    followsNumber(surroundings) ? endsBeforeCapital(surroundings) : endsAfterLead(surroundings),
  either: surroundings => endsBeforeStarter(surroundings),
  suffixes: surroundings => endsBeforeStarter(surroundings) || isPlainCapital(surroundings),
  closes: endsBeforeCapital,
}

const endsBeforeStarter = (surroundings: Surroundings): boolean =>
  startsSentence(surroundings.candidate, surroundings.passage) &&
  !(isShortLead(surroundings) && isTitleNext(surroundings)) &&
  !isParticleNext(surroundings)

// "Inc. Shares fell" begins a sentence, "Inc. Chief Executive" does not.
function isPlainCapital({ candidate: { first }, passage: { text, end } }: Surroundings): boolean {
  const word = wordAfter(text, first, end)
  const next = first + word.length
  return CAPITALISED.test(word) && kindAt(text, next) === Kind.Blank && kindAt(text, next + 1) === Kind.Lower
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u

/** Words that begin a sentence as well as a surname. */
const PARTICLES = new Set('al an da de del den der di do dos du el ho la le les no so van von yu'.split(' '))

// "Ursula K. Le Guin", "Dr. De Vries"
const isParticleNext = ({ key, candidate: { first }, passage: { text, end } }: Surroundings): boolean =>
  !SMALL_WORD.test(key) && !key.includes('.') && PARTICLES.has(wordAfter(text, first, end).toLowerCase())

// "At 5 a.m. Mr. Smith", "У 2017 р. Україна": after so few words a capital is a name, unless the word tells.
function endsBeforeCapital(surroundings: Surroundings): boolean {
  if (!isCapital(surroundings) || isContinuer(surroundings)) return false
  if (!isShortLead(surroundings)) return true
  return startsSentence(surroundings.candidate, surroundings.passage) && !isTitleNext(surroundings)
}

const isTitleNext = ({ candidate: { first }, passage: { text, end, language } }: Surroundings): boolean =>
  roleOf(wordAfter(text, first, end), language) === 'leads'

// "z. B. Die" goes on, and so does "Skt. Hans"; but nothing else in small letters leads on to a capital "The".
const endsAfterLead = (surroundings: Surroundings): boolean =>
  SMALL_WORD.test(surroundings.key) && startsSentence(surroundings.candidate, surroundings.passage)

const SMALL_WORD = /^\p{Ll}{2,}$/u

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
    !SYLLABIC_R.has(passage.language.code) &&
    !followsNumber(surroundings)
  )
    return 'either'
  return undefined
}

const INITIALS = /^(?:\p{L}\p{M}*[.\-’'])*[\p{Lu}\p{Ll}]\p{M}*$/u
const ALPHABETIC = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}]$/u
const VOWELLESS = /^(?!hm+$|[psb]*s+t+$)[bcdfghjklmnpqrstvwxzžščřćđłńśźżçñßбвгґджзклмнпрстфхцчшщ]{2,5}$/iu
/** Languages whose r and l make syllables: prst, vlk, krv are words there. */
const SYLLABIC_R = new Set(['cs', 'sk', 'sl', 'hr', 'sr', 'bs', 'sh', 'mk', 'bg', 'cy'])

const isCaseless = (word: string): boolean => /^[\p{Lo}\p{M}]+$/u.test(word)

// A number after which the stop makes an ordinal ("3. Mai") or a date ("12. 3. 2024"), or simply ends the sentence.
function endsAfterNumber(word: string, candidate: Candidate, passage: Passage): boolean {
  const { text, language } = passage
  if (kindAt(text, candidate.first) === Kind.Digit) return word.length > 2
  if (!language.ordinals || word.length > 3) return true
  return startsSentence(candidate, passage)
}

// Inside an address or a formula ("x=y.") nothing is an abbreviation.
function isWordStart(text: string, at: number, sentence: number): boolean {
  const kind = kindAt(text, at - 1)
  return (
    at <= sentence || kind === Kind.Blank || kind === Kind.Open || kind === Kind.Quote || kind === Kind.Dash
  )
}

// "Elizabeth II. The": a king's number ends the sentence like a word; where ordinals take a stop, only a starter tells.
function endsAfterPlainWord({ word, candidate, passage }: Surroundings): boolean {
  if (!passage.language.ordinals || !ROMAN.test(word)) return true
  return startsSentence(candidate, passage)
}

/** In Latin letters, or in the Cyrillic ones that look the same. */
const ROMAN = /^[IVXLCDMІХ]+$/u

/** True where the next word is one that begins sentences: "The", but not the initial of "A. Smith". */
function startsSentence({ first }: Candidate, { text, end, language }: Passage): boolean {
  const word = wordAfter(text, first, end)
  const isInitial = word.length === 1 && kindAt(text, first + 1) === Kind.Stop
  return !isInitial && kindAt(text, first) !== Kind.Lower && language.starters.has(word.toLowerCase())
}

function isCapital({ candidate, passage }: Surroundings): boolean {
  const kind = kindAt(passage.text, candidate.first)
  return kind !== Kind.Lower && kind !== Kind.Digit
}

const isContinuer = ({ candidate: { first }, passage: { text, end, language } }: Surroundings): boolean =>
  language.continuers.has(wordAfter(text, first, end).toLowerCase())

// "No. 5", "Art. IV", "Fig. A", "Aug. 24".
function isNumeral({ first }: Candidate, { text, end, language }: Passage): boolean {
  const kind = kindAt(text, first)
  if (kind === Kind.Digit) return true
  const word = wordAfter(text, first, end)
  const after = kindAt(text, first + word.length)
  if (after === Kind.Quote) return false
  if (ROMAN.test(word)) return true
  const isLetterAlone = word.length === 1 && kind === Kind.Upper
  return isLetterAlone && (after === Kind.Stop || !language.starters.has(word.toLowerCase()))
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
