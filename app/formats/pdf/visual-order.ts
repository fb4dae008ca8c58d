/** The order in which what stands in a text appears from left to right: UAX 9, by bidi-js. */
import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
// Letters of scripts that run from right to left, and the marks that turn a text around.
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/

/** Embedding levels of the UTF-16 units of a text; null where all of it runs from left to right. */
export function levelsOf(
  text: string,
  direction: 'auto' | 'ltr' = 'auto',
): { readonly levels: Uint8Array; readonly rightToLeft: boolean } | null {
  if (!RIGHT_TO_LEFT.test(text)) return null
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction)
  return { levels, rightToLeft: ((paragraphs[0]?.level ?? 0) & 1) === 1 }
}

/** What stands in one line, from left to right. Rule L2 on pieces that each have one level. */
export function inVisualOrder<P extends { readonly level: number }>(pieces: readonly P[]): P[] {
  const ordered = [...pieces]
  const highest = pieces.reduce((level, one) => Math.max(level, one.level), 0)
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; ) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end > start + 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(end, start + 1)
    }
  }
  return ordered
}

/** A character as it appears within text that runs from right to left: `(` is `)` there. */
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character
