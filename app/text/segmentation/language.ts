import {
  arabic,
  armenian,
  bengali,
  hebrew,
  hindi,
  indonesian,
  kazakh,
  marathi,
  persian,
  urdu,
  vietnamese,
} from './data/asian.ts'
import { common } from './data/common.ts'
import { english } from './data/english.ts'
import { danish, dutch, german, norwegian, swedish } from './data/germanic.ts'
import type { LanguageData } from './data/language-data.ts'
import {
  estonian,
  finnish,
  greek,
  hungarian,
  icelandic,
  latvian,
  lithuanian,
  turkish,
} from './data/other-european.ts'
import { catalan, french, italian, portuguese, romanian, spanish } from './data/romance.ts'
import {
  belarusian,
  bulgarian,
  czech,
  polish,
  russian,
  slovak,
  southSlavic,
  ukrainian,
} from './data/slavic.ts'

/** How an abbreviation behaves: see the fields of the same name in `LanguageData`. */
export type Role = 'leads' | 'numbered' | 'units' | 'either' | 'suffixes' | 'closes'

/** One language's rules, ready for look-up. */
export interface Language {
  readonly code: string
  /** By the abbreviation without its last stop and without blanks: as written, or in lower case for any case. */
  readonly abbreviations: ReadonlyMap<string, Role>
  /** In lower case. */
  readonly starters: ReadonlySet<string>
  /** In lower case. */
  readonly continuers: ReadonlySet<string>
  /** In lower case. */
  readonly speech: ReadonlySet<string>
  /** In lower case. */
  readonly labels: ReadonlySet<string>
  readonly holdsQuotations: boolean
  readonly ordinals: boolean
  readonly capitalNouns: boolean
  readonly syllabicR: boolean
  readonly pointsApart: boolean
  readonly marks: string
  readonly stops: boolean
}

const byCode: Readonly<Record<string, LanguageData>> = {
  ar: arabic,
  be: belarusian,
  bg: bulgarian,
  bn: bengali,
  bs: southSlavic,
  ca: catalan,
  cs: czech,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  et: estonian,
  fa: persian,
  fi: finnish,
  fr: french,
  gl: portuguese,
  he: hebrew,
  hi: hindi,
  hr: southSlavic,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  is: icelandic,
  it: italian,
  kk: kazakh,
  lt: lithuanian,
  lv: latvian,
  mk: southSlavic,
  mr: marathi,
  ms: indonesian,
  nb: norwegian,
  ne: hindi,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sh: southSlavic,
  sk: slovak,
  sl: southSlavic,
  sr: southSlavic,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
  ur: urdu,
  vi: vietnamese,
}

const ready = new Map<string, Language>()

/** The rules for a BCP-47 tag; those common to all languages for an unknown tag or ''. */
export function languageOf(tag: string): Language {
  const code = tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  let language = ready.get(code)
  if (!language) {
    language = prepare(code, byCode[code])
    ready.set(code, language)
  }
  return language
}

function prepare(code: string, data: LanguageData = { starters: startersOfAll() }): Language {
  const abbreviations = new Map<string, Role>()
  const roles: readonly Role[] = ['leads', 'numbered', 'units', 'either', 'suffixes', 'closes']
  for (const source of [common, data]) {
    for (const role of roles) for (const word of wordsOf(source[role])) abbreviations.set(word, role)
  }
  return {
    code,
    abbreviations,
    starters: new Set(wordsOf(data.starters)),
    continuers: new Set(wordsOf(data.continuers)),
    speech: new Set(wordsOf(data.speech)),
    labels: new Set(wordsOf(data.labels)),
    holdsQuotations: data.holdsQuotations ?? false,
    ordinals: data.ordinals ?? false,
    syllabicR: data.syllabicR ?? false,
    capitalNouns: data.capitalNouns ?? false,
    pointsApart: data.pointsApart ?? false,
    marks: data.marks ?? '',
    stops: data.stops ?? true,
  }
}

const wordsOf = (list: string | undefined): string[] => list?.split(/\s+/).filter(Boolean) ?? []

const startersOfAll = (): string =>
  Object.values(byCode)
    .map(data => data.starters ?? '')
    .join(' ')

/** What the language says of the abbreviation `word`, written without its last stop; undefined of other words. */
export function roleOf(word: string, language: Language): Role | undefined {
  const { abbreviations } = language
  const exact = abbreviations.get(word)
  if (exact) return exact
  const lower = word.toLowerCase()
  const folded = abbreviations.get(lower)
  if (folded || word !== word.toUpperCase()) return folded
  // ALL CAPS, as in a headline: "DR. SMITH" is "Dr. Smith".
  return abbreviations.get(word.charAt(0) + lower.slice(1))
}
