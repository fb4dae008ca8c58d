const made = new Map<string, Intl.Segmenter>()

/**
 * The platform's segmenter of a language; its own where it does not know the language. Made once for each.
 *
 * @param language ISO 639-1 or BCP 47; empty where unknown
 */
export function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const name = `${granularity} ${language}`
  const known = made.get(name) ?? newSegmenter(language, granularity)
  made.set(name, known)
  return known
}

function newSegmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity })
  } catch {
    return new Intl.Segmenter(undefined, { granularity })
  }
}
