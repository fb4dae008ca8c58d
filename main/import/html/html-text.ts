import { type Handler, Parser } from 'htmlparser2'
import { TextFlow } from '../text-flow.ts'

/** Elements whose content is no text of the page, or no text at all. */
const SKIPPED = new Set(
  'audio button canvas datalist embed head iframe input math meter nav noframes noscript object progress rp rt script select style svg template textarea title video'.split(
    ' ',
  ),
)

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** White space before the next cell of a table's row. */
const CELLS = new Set(['td', 'th'])

/**
 * The text of HTML as a person reads it: paragraphs separated by a blank line; no scripts, styles or forms.
 * It goes through the markup once, without a tree, so that no depth of nesting harms it.
 *
 * @param xhtml whether `<title/>` is a whole element, as in e-books, and not the beginning of one
 */
export function htmlText(html: string, xhtml = false): string {
  const flow = new TextFlow()
  // Depth within a skipped element, and within <pre>.
  let skipped = 0
  let verbatim = 0
  const events: Partial<Handler> = {
    onopentag(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name) || isHidden(attributes) || isNoteMark(attributes)) {
        if (!VOID.has(name)) skipped++
        return
      }
      if (BLOCKS.has(name)) flow.paragraph()
      if (CELLS.has(name)) flow.words(' ')
      if (name === 'br') flow.line()
      if (name === 'pre') verbatim++
    },
    ontext(text) {
      if (skipped > 0) return
      if (verbatim === 0) return flow.words(text)
      for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (index > 0) flow.line()
        flow.verbatim(line)
      }
    },
    onclosetag(name) {
      if (skipped > 0) {
        if (!VOID.has(name)) skipped--
        return
      }
      if (BLOCKS.has(name)) flow.paragraph()
      if (name === 'pre' && verbatim > 0) verbatim--
    },
  }
  new Parser(events, { recognizeSelfClosing: xhtml }).end(html)
  return flow.text()
}

/** Elements without content: htmlparser2 reports their end at once. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes.hidden !== undefined || /display\s*:\s*none/i.test(attributes.style ?? '')

/** The number that leads to a footnote, and the arrow that leads back. */
const isNoteMark = (attributes: Readonly<Record<string, string>>): boolean =>
  /^doc-(?:noteref|backlink)$/.test(attributes.role ?? '') ||
  attributes['epub:type'] === 'noteref' ||
  /^fnref/.test(attributes.id ?? '') ||
  /\bfootnote-(?:ref|backref)\b/.test(attributes.class ?? '')
