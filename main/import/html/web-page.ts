import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom'
import { Refusal } from '#app/failure'
import type { Draft, Source } from '../source.ts'
import { decodeHtml } from './decode-html.ts'
import { htmlText } from './html-text.ts'
import { parsed } from './json-ld.ts'
import { limitDepth } from './limit-depth.ts'
import { pageMetadata } from './page-metadata.ts'

/** Saved web pages: the article on them, without what surrounds it. Nothing is run and nothing fetched. */
export const webPage: Source = {
  extensions: ['html', 'htm', 'xhtml', 'xht'],
  name: 'Web page',
  async read(bytes, _fileName, options) {
    return [readPage(decodeHtml(bytes, options.charset), options.url)]
  },
}

/**
 * The largest page in which the article is looked for, in UTF-16 units and tags. Of larger ones all text is read, for
 * the search takes time by the square; and their metadata are looked for in so many units at their head.
 */
const LONGEST = 10_000_000
const MOST_TAGS = 60_000
const HEAD = 200_000

/** Stands for the address of a page that has none; Defuddle wants one to tell sites apart. */
const NOWHERE = 'https://page.invalid/'

/**
 * The article of a page.
 *
 * @param url where the page came from, if that is known; it wins over what the page says
 */
export function readPage(html: string, url?: string): Draft {
  const shallow = limitDepth(html)
  const isLarge = shallow.length > LONGEST || shallow.split('<', MOST_TAGS).length === MOST_TAGS
  const { document } = parseHTML(whole(isLarge ? shallow.slice(0, HEAD) : shallow))
  const metadata = pageMetadata(document, html)
  const found = isLarge ? '' : readable(document, url ?? metadata.url)
  const text = withoutTitle(found || htmlText(shallow), metadata.title)
  if (text.trim() === '')
    throw new Refusal(
      'unreadable',
      'The page holds no text; it may have been saved before it had loaded. Save it again.',
    )
  return { text, metadata: url ? { ...metadata, url } : metadata }
}

const whole = (html: string): string =>
  /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`

function readable(document: ReturnType<typeof parseHTML>['document'], url: string | undefined): string {
  // Only JSON is of use to Defuddle, and it complains of what is not.
  for (const script of document.querySelectorAll('script')) {
    if (parsed(script.textContent ?? '') === undefined) script.remove()
  }
  // The head of a table is not that of the page, though both may be of class "header".
  for (const row of document.querySelectorAll('thead[class], tr[class]')) row.removeAttribute('class')
  try {
    const page = new Defuddle(document, {
      url: url && URL.canParse(url) ? url : NOWHERE,
      useAsync: false,
      removeImages: true,
    }).parse()
    return htmlText(page.content)
  } catch {
    return ''
  }
}

/** The heading is metadata; as a first paragraph it would be a sentence to be tagged. */
function withoutTitle(text: string, title: string | undefined): string {
  const [first, ...rest] = text.split('\n\n')
  return rest.length > 0 && first !== undefined && first.trim() === title?.trim() ? rest.join('\n\n') : text
}
