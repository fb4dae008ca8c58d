/**
 * The article as the reader shows it: paragraphs gathered into sections, which are rendered, laid out and
 * updated apart from one another, so that a tag costs what its section costs, however long the article is.
 */
import { paragraphs } from '#app/text/paragraphs'
import type { Range } from '#app/text/range'

/** Sentences that make a section full, at least; it ends with the paragraph that fills it. */
const FULL = 40

/** How many make it full in an article of so many: there are then about as many sections as sentences in each. */
const fullIn = (sentences: number): number => Math.max(FULL, Math.round(Math.sqrt(sentences)))

export interface Section {
  /** Sentence indices, half-open. */
  readonly from: number
  readonly to: number
  /** UTF-16 units of its text, for an estimate of its height. */
  readonly length: number
  /** Half-open ranges of sentence indices. */
  readonly paragraphs: readonly Range[]
}

export function sectionsOf(text: string, sentences: readonly Range[]): Section[] {
  const full = fullIn(sentences.length)
  const sections: Section[] = []
  let gathered: Range[] = []
  const finish = () => {
    const from = gathered[0]?.start ?? 0
    const to = gathered.at(-1)?.end ?? 0
    if (to === from) return
    const length = (sentences[to - 1]?.end ?? 0) - (sentences[from]?.start ?? 0)
    sections.push({ from, to, length, paragraphs: gathered })
    gathered = []
  }
  for (const paragraph of paragraphs(text, sentences)) {
    gathered.push(paragraph)
    if (paragraph.end - (gathered[0]?.start ?? 0) >= full) finish()
  }
  finish()
  return sections
}

/** The paragraph that has a sentence, as a half-open range of sentence indices. */
export function paragraphOf(sections: readonly Section[], sentence: number): Range {
  const section = sections[sectionOf(sections, sentence)]
  const found = section?.paragraphs.find(({ start, end }) => start <= sentence && sentence < end)
  return found ?? { start: sentence, end: sentence + 1 }
}

/** The section that has a sentence; -1 where none has. O(log n). */
export function sectionOf(sections: readonly Section[], sentence: number): number {
  let low = 0
  let high = sections.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const section = sections[middle]
    if (!section) break
    if (sentence < section.from) high = middle - 1
    else if (sentence >= section.to) low = middle + 1
    else return middle
  }
  return -1
}
