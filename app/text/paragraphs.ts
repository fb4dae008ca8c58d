import type { Range } from './range.ts'

/**
 * Groups sentences into the paragraphs in which they are shown: a line break between two sentences begins a
 * new one.
 *
 * @param sentences in order
 * @returns half-open ranges of sentence indices (not of text), in order, covering all sentences
 */
export function paragraphs(text: string, sentences: readonly Range[]): Range[] {
  const found: Range[] = []
  let start = 0
  for (let index = 1; index <= sentences.length; index++) {
    const before = sentences[index - 1]
    const after = sentences[index]
    if (before && (!after || text.slice(before.end, after.start).includes('\n'))) {
      found.push({ start, end: index })
      start = index
    }
  }
  return found
}
