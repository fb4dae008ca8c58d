import type { Range } from '../range.ts'
import { type Passage, readCandidate } from './candidate.ts'
import { FIRST_TELLING_KIND, Kind, kindAt, skipBlanks } from './characters.ts'
import { enclosureAt, LONGEST_ENCLOSURE } from './enclosure.ts'
import { endsSentence } from './ends-sentence.ts'
import { type Language, languageOf } from './language.ts'
import { itemStart, numberingAt } from './list-marker.ts'
import { paragraphsOf } from './paragraphs.ts'
import { isBrokenOff } from './quotation.ts'
import { standingApart } from './standing-apart.ts'

/** Chat and reviews come in short paragraphs. UTF-16 units. */
const LONGEST_INFORMAL = 5000

/**
 * Splits a text into sentences.
 *
 * @param text any text; lone surrogates, CRLF and zero-width characters do no harm
 * @param language a BCP-47 tag ("de", "pt-BR"); rules common to all languages apply where it is unknown or ''
 * @returns the sentences in order, in UTF-16 units, without the blanks around them; together they cover every
 *   non-blank character once. The same text and language always give the same ranges. Time grows linearly.
 */
export function segment(text: string, language: string): Range[] {
  const rules = languageOf(language)
  const sentences: Range[] = []
  for (const paragraph of paragraphsOf(text)) {
    splitParagraph(
      { text, ...paragraph, language: rules, informal: isInformal(text, paragraph, rules) },
      sentences,
    )
  }
  return sentences
}

// Whoever begins a paragraph with a small letter, or writes "i" for "I", does without capitals altogether.
function isInformal(text: string, { start, end }: Range, language: Language): boolean {
  if (kindAt(text, start) === Kind.Lower) return true
  if (language.code !== 'en' || end - start > LONGEST_INFORMAL) return false
  return text.slice(start, end).includes(' i ')
}

function splitParagraph(passage: Passage, sentences: Range[]): void {
  const { text, end, language } = passage
  let sentence = passage.start
  let numbering = numberingAt(sentence, passage)
  let enclosed = sentence
  let held = sentence

  const close = (at: number): void => {
    sentences.push({ start: sentence, end: lastNonBlank(text, at) })
    sentence = skipBlanks(text, at, end)
    numbering ??= numberingAt(sentence, passage)
  }

  for (let i = sentence; i < end; i++) {
    const kind = kindAt(text, i)
    if (kind < FIRST_TELLING_KIND) continue
    if (numbering) {
      const item = itemStart(i, sentence, numbering, passage)
      if (item > sentence) {
        numbering = undefined
        close(item)
        continue
      }
    }
    if (kind === Kind.Quote && isBrokenOff(text, i)) {
      close(i + 1)
      i = sentence - 1
    } else if (kind <= Kind.Open) {
      if (i < enclosed) continue
      const enclosure = enclosureAt(i, sentence, passage)
      enclosed = enclosure.close < 0 ? i + LONGEST_ENCLOSURE : enclosure.close + 1
      if (enclosure.held) held = enclosure.close
    } else if (kind === Kind.Bullet) {
      if (i > sentence && kindAt(text, i - 1) === Kind.Blank) close(i)
    } else if (kind > Kind.Colon || (kind === Kind.Colon && language.marks.includes(text.charAt(i)))) {
      const candidate = readCandidate(passage, sentence, i)
      const ends = candidate.end > held && endsSentence(candidate, passage)
      i = candidate.markEnd - 1
      if (!ends) continue
      close(candidate.end)
      i = sentence - 1
    } else if (kind === Kind.Colon && (text[i] === ':' || i > held)) {
      const apart = standingApart(i, sentence, passage)
      for (const at of apart.ends) close(at)
      i = Math.max(apart.resume, sentence) - 1
    }
  }
  if (sentence < end) sentences.push({ start: sentence, end })
}

function lastNonBlank(text: string, before: number): number {
  let end = before
  while (kindAt(text, end - 1) === Kind.Blank) end--
  return end
}
