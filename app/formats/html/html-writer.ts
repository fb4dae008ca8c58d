/**
 * Writes HTML: a template whose markup stands in the source, and whose values are text.
 *
 *     html`<p lang="${language}">${title}</p>`
 *
 * A value is escaped for text and for quoted attributes, the only places where values may stand; never in a tag's
 * name, an unquoted attribute, a style or a script. Markup comes into markup only as `Html`, which only `html`
 * makes, so that text from outside cannot become any.
 */
import { holdable } from '../xml.ts'

/** Markup. Made by `html` only. */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  static of(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    let markup = strings[0] ?? ''
    for (const [index, value] of values.entries()) markup += markupOf(value) + (strings[index + 1] ?? '')
    return new Html(markup)
  }

  toString(): string {
    return this.#markup
  }
}

/** Undefined, null and false are nothing, so that `condition && html…` can stand in a template. */
export type HtmlValue = Html | string | number | undefined | null | false | readonly HtmlValue[]

export const html = Html.of

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return value ? value.map(markupOf).join('') : ''
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A bare one would come back as a newline.
  '\r': '&#13;',
}

/** Text as it may stand between tags and in quotes. What HTML cannot hold becomes U+FFFD. */
const escaped = (text: string): string =>
  holdable(text).replace(/[&<>"'\r]/g, character => ENTITIES[character] ?? '')
