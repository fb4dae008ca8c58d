/** Between ranges of the article and those of the page that shows it. Sentences are the elements with `data-sentence`. */
import { sentencesIn } from '#app/model/segmentation'
import type { Range as TextRange } from '#app/text/range'

/** What of the article is selected in the page: UTF-16 units of its text; undefined where nothing is. */
export function selectedRange(
  selection: Selection | null,
  sentences: readonly TextRange[],
): TextRange | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const shown = [...document.querySelectorAll<HTMLElement>('[data-sentence]')]
  const covered = shown.filter(sentence => range.intersectsNode(sentence))
  const [first, last] = [covered[0], covered.at(-1)]
  const [from, to] = [first && startOf(first, sentences), last && startOf(last, sentences)]
  if (!first || !last || from === undefined || to === undefined) return undefined
  const start = first.contains(range.startContainer)
    ? unitsBefore(first, range.startContainer, range.startOffset)
    : 0
  const end = last.contains(range.endContainer)
    ? unitsBefore(last, range.endContainer, range.endOffset)
    : (last.textContent?.length ?? 0)
  return from + start < to + end ? { start: from + start, end: to + end } : undefined
}

/** The pieces of the page that show a range of the article, as far as they are there. */
export function pageRanges(range: TextRange, sentences: readonly TextRange[]): Range[] {
  const { from, to } = sentencesIn(sentences, range)
  return sentences.slice(from, to).flatMap((sentence, index) => {
    const element = document.querySelector(`[data-sentence="${from + index + 1}"]`)
    const start = element && place(element, Math.max(range.start - sentence.start, 0))
    const end = element && place(element, Math.min(range.end, sentence.end) - sentence.start)
    if (!start || !end) return []
    const piece = document.createRange()
    piece.setStart(...start)
    piece.setEnd(...end)
    return [piece]
  })
}

const startOf = (sentence: HTMLElement, sentences: readonly TextRange[]): number | undefined =>
  sentences[Number(sentence.dataset.sentence) - 1]?.start

function unitsBefore(element: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return before.toString().length
}

/** Where in the text of an element so many units are passed. */
function place(element: Element, units: number): [Node, number] | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = units
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return [node, left]
    left -= length
  }
  return undefined
}
