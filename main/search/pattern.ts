/**
 * Regular expressions that a person wrote. RE2 (here re2js) takes time in proportion to the text, whatever the pattern, so
 * that none can hang a thread; the price are look-around and back-references, which it has not. Case is folded.
 */
import { RE2JS, RE2JSException } from 're2js'
import { Refusal } from '#app/failure'
import type { Range } from '#app/text/range'

export interface Pattern {
  occursIn(text: string): boolean
  /** Where it matches; matches of nothing are left out. */
  placesIn(text: string): Range[]
}

/** Makes a pattern. Throws a refusal (`invalid-input`) where it cannot be read. */
export function patternOf(written: string): Pattern {
  const pattern = compiled(written)
  return {
    occursIn: text => pattern.matcher(text).find(),
    placesIn(text) {
      const places: Range[] = []
      const matcher = pattern.matcher(text)
      while (matcher.find()) {
        const [start, end] = [matcher.start(), matcher.end()]
        if (end > start) places.push({ start, end })
      }
      return places
    },
  }
}

function compiled(written: string): RE2JS {
  try {
    return RE2JS.compile(written, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const why = error.message.replace(/^error parsing regexp: /, '')
    throw new Refusal(
      'invalid-input',
      `The pattern cannot be read: ${why}. Correct it; look-around and back-references are not known here.`,
    )
  }
}
