import { useEffect } from 'react'
import type { Range } from '#app/text/range'
import { domRangeOf } from '../reader/dom-places.ts'

/**
 * Marks ranges of the article with the style `::highlight(name)`, without touching the page that the reader shows.
 *
 * @param shown what they are marked in: when it changes they are found anew
 */
export function useArticleMarks(
  name: 'mention' | 'picked',
  ranges: readonly Range[],
  sentences: readonly Range[],
  shown: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's text nodes change with what is shown
  useEffect(() => {
    const pieces = ranges.flatMap(range => domRangeOf(document.body, sentences, range) ?? [])
    if (pieces.length > 0) CSS.highlights.set(name, new Highlight(...pieces))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [name, ranges, sentences, shown])
}
