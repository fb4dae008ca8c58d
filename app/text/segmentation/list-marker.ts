import type { Candidate, Passage } from './candidate.ts'
import { Kind, kindAt } from './characters.ts'
import { wordBefore } from './words.ts'

/** The number or letter that opens the sentence and whose stop this is: of "1. ", "b. ", "IV. ", "2.3. "; else ''. */
export function listMarker({ sentence, at, end }: Candidate, { text }: Passage): string {
  if (at - sentence > LONGEST_MARKER || end - at > 2) return ''
  let start = sentence
  while (
    start < at &&
    (kindAt(text, start) === Kind.Open ||
      kindAt(text, start) === Kind.Bullet ||
      kindAt(text, start) === Kind.Blank)
  )
    start++
  const marker = text.slice(start, at)
  return MARKER.test(marker) ? marker : ''
}

const LONGEST_MARKER = 12

const MARKER = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|\p{L}|[ivxIVX]{1,5})$/u

/** The numbering of a list that runs on within one paragraph: the next marker, and how markers are written. */
export interface Numbering {
  readonly next: string
  readonly prefix: '' | '('
  readonly suffix: string
}

const OPENING = /^(?<prefix>\(?)(?<value>\d{1,2}|[a-zA-Z])(?<suffix>\.\)|[.)])/u

/** The numbering that the sentence at `start` opens, if it opens one. */
export function numberingAt(start: number, { text, end, language }: Passage): Numbering | undefined {
  const found = OPENING.exec(text.slice(start, Math.min(end, start + 8)))?.groups
  if (!found) return undefined
  const { prefix, value = '', suffix = '' } = found
  const number = /\d/.test(value)
  if (suffix === '.' && (number ? language.capitalNouns : value !== value.toLowerCase())) return undefined
  const next = number ? String(Number(value) + 1) : String.fromCharCode(value.charCodeAt(0) + 1)
  return { next, prefix: prefix === '(' ? '(' : '', suffix }
}

/** Where the item begins whose marker's suffix stands at `at`; -1 if that is not the next marker of the list. */
export function itemStart(at: number, sentence: number, numbering: Numbering, { text }: Passage): number {
  const { next, prefix, suffix } = numbering
  if (!text.startsWith(suffix, at)) return -1
  if (wordBefore(text, at, sentence) !== next) return -1
  const start = at - next.length - prefix.length
  if (!text.startsWith(prefix, start) || kindAt(text, start - 1) !== Kind.Blank) return -1
  const after = at + suffix.length
  if (kindAt(text, after) !== Kind.Blank) return -1
  return kindAt(text, start - 2) >= Kind.Colon || startsLikeItem(text, after + 1) ? start : -1
}

function startsLikeItem(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === Kind.Upper || kind === Kind.Letter || kind === Kind.Quote
}
