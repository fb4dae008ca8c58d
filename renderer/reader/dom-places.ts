/** From places in the page to offsets in the article, and back. Sentences are the elements with `data-sentence`. */

import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'

/** The sentence that an element belongs to, by its index; -1 for none. */
export function sentenceAt(target: EventTarget | null): number {
  const sentence = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null
  return sentence ? Number(sentence.dataset.sentence) - 1 : -1
}

/** The offset in the article of a place in the page; undefined where it is in no sentence. */
export function offsetOf(sentences: readonly Range[], node: Node, place: number): number | undefined {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-sentence]',
  )
  const sentence = element && sentences[Number(element.dataset.sentence) - 1]
  if (!element || !sentence) return undefined
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, place)
  return sentence.start + before.toString().length
}

/** The offset in the article under the pointer; undefined where there is no sentence. */
export function offsetAt(sentences: readonly Range[], x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  return caret ? offsetOf(sentences, caret.offsetNode, caret.offset) : undefined
}

/** What is selected in the page, as a range of the article; undefined where nothing of it is. */
export function selectedRange(sentences: readonly Range[]): Range | undefined {
  const selected = getSelection()
  if (!selected || selected.isCollapsed || selected.rangeCount === 0) return undefined
  const { startContainer, startOffset, endContainer, endOffset } = selected.getRangeAt(0)
  const start =
    offsetOf(sentences, startContainer, startOffset) ?? edgeBeside(sentences, startContainer, 'after')
  const end = offsetOf(sentences, endContainer, endOffset) ?? edgeBeside(sentences, endContainer, 'before')
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** From the blanks between sentences: where the next one begins, or the one before ends. */
function edgeBeside(sentences: readonly Range[], node: Node, side: 'before' | 'after'): number | undefined {
  for (const element of document.querySelectorAll<HTMLElement>('[data-sentence]')) {
    const sentence = sentences[Number(element.dataset.sentence) - 1]
    const isAfter = (node.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    if (!isAfter || !sentence) continue
    return side === 'after' ? sentence.start : sentences[Number(element.dataset.sentence) - 2]?.end
  }
  return sentences.at(-1)?.end
}

/** A range of the article as one of the page; undefined where its sentences are not shown. */
export function domRangeOf(
  body: Element,
  sentences: readonly Range[],
  { start, end }: Range,
): StaticRange | undefined {
  const { from, to } = sentencesIn(sentences, { start, end })
  const first = placeOf(body, sentences, from, start)
  const last = placeOf(body, sentences, to - 1, end)
  if (!first || !last) return undefined
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset,
  })
}

function placeOf(body: Element, sentences: readonly Range[], index: number, offset: number) {
  const element = body.querySelector(`[data-sentence="${index + 1}"]`)
  const sentence = sentences[index]
  if (!element || !sentence) return undefined
  let left = Math.min(Math.max(offset, sentence.start), sentence.end) - sentence.start
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return undefined
}
