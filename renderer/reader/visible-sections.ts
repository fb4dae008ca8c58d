/** Where in the article the window is. Reads the layout: for after a paint, never between a change and its paint. */
import type { Reading } from './reader-store.ts'

/** The element whose children are the sections of the open article, in their order; undefined where none is open. */
export const articleBody = (): HTMLElement | undefined =>
  document.querySelector<HTMLElement>('.article-body') ?? undefined

/** The index of the first section that ends below a height of the window, in pixels. O(log n). */
export function sectionAtHeight(body: HTMLElement, height: number): number {
  let low = 0
  let high = body.children.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const bottom = body.children[middle]?.getBoundingClientRect().bottom ?? 0
    if (bottom > height) high = middle
    else low = middle + 1
  }
  return low
}

/** The offset of the text at a height of the window, as nearly as the section that stands there tells. */
export function offsetAtHeight({ sections, sentences }: Reading, body: HTMLElement, height: number): number {
  const index = sectionAtHeight(body, height)
  const section = sections[index]
  const box = body.children[index]?.getBoundingClientRect()
  const start = sentences[section?.from ?? 0]?.start ?? 0
  if (!section || !box || box.height === 0) return start
  const share = Math.min(Math.max((height - box.top) / box.height, 0), 1)
  return start + share * section.length
}
