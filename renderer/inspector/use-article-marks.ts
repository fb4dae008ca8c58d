import { useEffect } from 'react'
import type { Range as TextRange } from '#app/text/range'
import { pageRanges } from './page-ranges.ts'

/**
 * Marks ranges of the article under a name that the stylesheet knows (`::highlight(NAME)`), without touching the page that
 * the reader shows. @param shown what they are marked in: when it changes they are found anew
 */
export function useArticleMarks(
  name: 'mention' | 'picked',
  ranges: readonly TextRange[],
  sentences: readonly TextRange[],
  shown: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's text nodes change with what is shown
  useEffect(() => {
    const pieces = ranges.flatMap(range => pageRanges(range, sentences))
    if (pieces.length > 0) CSS.highlights.set(name, new Highlight(...pieces))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [name, ranges, sentences, shown])
}
