import type { Range } from '../range.ts'

/**
 * Splits a text into sentences.
 *
 * @param language ISO 639-1 or BCP 47; unknown or empty for rules that hold in every language
 * @returns ranges in order, disjoint, without blanks at their ends, covering every non-blank unit. Linear time
 * Source: Unicode UAX 29 through Intl.Segmenter.
 */
export function segment(text: string, language: string): Range[] {
  const sentences: Range[] = []
  for (const { index, segment } of segmenter(language).segment(text)) {
    const trimmed = segment.trim()
    if (trimmed === '') continue
    const start = index + segment.indexOf(trimmed)
    sentences.push({ start, end: start + trimmed.length })
  }
  return sentences
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' })
  }
}
