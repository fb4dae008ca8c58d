/** What is recorded with an annotation, as a reader of a report sees it. */
import type { Annotation } from '../../model/annotation.ts'
import type { Attribute } from '../../model/attribute.ts'
import type { Range } from '../../text/range.ts'

/** A named value. `url` where the whole value is the address of a web page. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly url?: string
}

const LONGEST_QUOTE = 160

/** The beginning of what a range covers, on one line. */
export function quoteOf(text: string, { start, end }: Range, longest = LONGEST_QUOTE): string {
  const cut = text.slice(start, Math.min(end, start + longest))
  const whole = end - start <= longest
  // Not in the middle of a word, nor of a surrogate pair.
  const quote = whole
    ? cut
    : `${cut
        .replace(/\S{1,20}$/, '')
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
  return quote.toWellFormed().replace(/\s+/g, ' ').trim()
}

/** The attributes of an annotation in the order of the codebook, each with the place that bears its value. */
export function factsOf(text: string, annotation: Annotation, attributes: readonly Attribute[]): Fact[] {
  return attributes.flatMap(({ id, name, type }): Fact[] => {
    const value = annotation.attributes[id]
    const mention = annotation.mentions[id]
    const quote = mention ? quoteOf(text, mention, 60) : ''
    if (value === undefined && !mention) return []
    const shown = [value ?? '', quote && quote !== value ? `(“${quote}”)` : ''].filter(Boolean).join(' ')
    const url = type === 'url' && value ? webAddress(value) : undefined
    return [{ name, value: shown, ...(url ? { url } : {}) }]
  })
}

/** An address that a report may link to: of http or https, with nothing that could end a link. Else undefined. */
export const webAddress = (url: string): string | undefined =>
  /^https?:\/\/[^\s<>"'`\\{}|^\p{Cc}]+$/iu.test(url) && url.isWellFormed() ? url : undefined
