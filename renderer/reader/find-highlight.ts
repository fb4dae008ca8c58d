/**
 * Shows matches where they stand, by the browser's own highlights: no element changes for them. Only what is in view has
 * any, so that a word that occurs ten thousand times costs no more than one that occurs ten times.
 */
import { sentencesIn } from '#app/model/segmentation'
import type { Range as TextRange } from '#app/text/range'
import type { Reading } from './reader-store.ts'
import { sectionAtHeight } from './visible-sections.ts'

const ALL = 'find'
const CURRENT = 'find-current'

/** The registry of the browser; undefined where it has none, and then nothing is shown. */
const registry = (): HighlightRegistry | undefined => ('highlights' in CSS ? CSS.highlights : undefined)

/** Shows the matches of the sections in view. @param current index of the match where one is; -1 for none */
export function highlightMatches(
  body: HTMLElement,
  reading: Reading,
  matches: readonly TextRange[],
  current: number,
): void {
  const highlights = registry()
  if (!highlights) return
  const shown = elementsInView(body)
  const numbers = [...shown.keys()]
  const first = reading.sentences[Math.min(...numbers)]
  const end = reading.sentences[Math.max(...numbers)]?.end ?? 0
  const others: Range[] = []
  const here: Range[] = []
  for (let index = first ? firstEndingAfter(matches, first.start) : matches.length; ; index++) {
    const match = matches[index]
    if (!match || match.start >= end) break
    const range = domRange(reading.sentences, shown, match)
    if (range) (index === current ? here : others).push(range)
  }
  highlights.set(ALL, new Highlight(...others))
  const strong = new Highlight(...here)
  strong.priority = 1
  highlights.set(CURRENT, strong)
}

export function clearHighlights(): void {
  registry()?.delete(ALL)
  registry()?.delete(CURRENT)
}

/** The sentences of the sections in view, by their indices. */
function elementsInView(body: HTMLElement): Map<number, HTMLElement> {
  const found = new Map<number, HTMLElement>()
  for (let index = sectionAtHeight(body, 0); ; index++) {
    const section = body.children[index]
    if (!section || section.getBoundingClientRect().top > innerHeight) return found
    for (const sentence of section.querySelectorAll<HTMLElement>('[data-sentence]')) {
      found.set(Number(sentence.dataset.sentence) - 1, sentence)
    }
  }
}

function domRange(
  sentences: readonly TextRange[],
  shown: ReadonlyMap<number, HTMLElement>,
  { start, end }: TextRange,
): Range | undefined {
  const { from, to } = sentencesIn(sentences, { start, end })
  const [first, last] = [shown.get(from), shown.get(to - 1)]
  if (from === to || !first || !last) return undefined
  const range = document.createRange()
  place(first, start - (sentences[from]?.start ?? 0), (node, offset) => range.setStart(node, offset))
  place(last, end - (sentences[to - 1]?.start ?? 0), (node, offset) => range.setEnd(node, offset))
  return range
}

/** Finds the text node of an element that has an offset of its text. */
function place(element: HTMLElement, offset: number, found: (node: Text, offset: number) => void): void {
  let left = Math.max(offset, 0)
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
    if (left <= node.length) {
      found(node, left)
      return
    }
    left -= node.length
  }
}

/** Binary search: the first match that ends after an offset. */
function firstEndingAfter(matches: readonly TextRange[], offset: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
