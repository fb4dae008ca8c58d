import type { Range } from '../range.ts'
import { type Passage, readCandidate } from './candidate.ts'
import { FIRST_TELLING_KIND, Kind, kindAt, skipBlanks } from './characters.ts'
import { endsSentence } from './ends-sentence.ts'
import { languageOf } from './language.ts'
import { itemStart, type Numbering, numberingAt } from './list-marker.ts'
import { paragraphsOf } from './paragraphs.ts'

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
  for (const { start, end } of paragraphsOf(text)) {
    splitParagraph({ text, start, end, language: rules, informal: isInformal(text, start) }, sentences)
  }
  return sentences
}

// Whoever begins a paragraph with a small letter does so with sentences, too.
const isInformal = (text: string, start: number): boolean => kindAt(text, start) === Kind.Lower

function splitParagraph(passage: Passage, sentences: Range[]): void {
  const { text, end, language } = passage
  let sentence = passage.start
  let bracket = -1
  let numbering: Numbering | undefined = numberingAt(sentence, passage)

  const close = (at: number, next: number): void => {
    sentences.push({ start: sentence, end: at })
    sentence = next
    bracket = -1
  }

  for (let i = sentence; i < end; i++) {
    const kind = kindAt(text, i)
    if (kind < FIRST_TELLING_KIND) continue
    if (numbering && i > sentence) {
      const item = itemStart(i, sentence, numbering, passage)
      if (item > sentence) {
        close(lastNonBlank(text, item), item)
        numbering = numberingAt(item, passage)
        continue
      }
    }
    if (kind === Kind.Open) {
      if (bracket < 0) bracket = i
    } else if (kind === Kind.Close) bracket = -1
    else if (kind === Kind.Bullet) {
      if (i > sentence && kindAt(text, i - 1) === Kind.Blank) close(lastNonBlank(text, i), i)
    } else if (kind > Kind.Colon || language.marks.includes(text.charAt(i))) {
      const candidate = readCandidate(passage, sentence, bracket, i)
      if (endsSentence(candidate, passage)) {
        close(candidate.end, candidate.next)
        numbering ??= numberingAt(sentence, passage)
        i = candidate.next - 1
      } else i = Math.max(i, candidate.markEnd - 1)
    }
  }
  if (sentence < end) sentences.push({ start: sentence, end })
}

function lastNonBlank(text: string, before: number): number {
  let end = before
  while (kindAt(text, end - 1) === Kind.Blank) end--
  return end
}
void skipBlanks
