import { type RefObject, useLayoutEffect } from 'react'
import type { Range } from '#app/text/range'
import { domRangeOf } from './dom-places.ts'

/**
 * Paints a range of the article with the style `::highlight(name)`. Nothing is rendered for it, so it costs the same in
 * every article.
 *
 * @param range null for none
 * @param marked what changes where the page under the range does
 */
export function useHighlight(
  name: string,
  body: RefObject<Element | null>,
  sentences: readonly Range[],
  range: Range | null,
  marked: unknown,
): void {
  const { start, end } = range ?? { start: 0, end: 0 }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the nodes are others once what is marked has changed
  useLayoutEffect(() => {
    if (end === 0 || !body.current) return
    const shown = domRangeOf(body.current, sentences, { start, end })
    if (!shown) return
    CSS.highlights.set(name, new Highlight(shown))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [name, body, sentences, start, end, marked])
}
