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

/** Stands for the address of a page that has none; Defuddle wants one to tell sites apart. */
const NOWHERE = 'https://page.invalid/'

/**
 * The article of a page.
 *
 * @param url where the page came from, if that is known; it wins over what the page says
 */
export function readPage(html: string, url?: string): Draft {
  const shallow = limitDepth(html)
  const { document } = parseHTML(
    /<html[\s>]/i.test(shallow) ? shallow : `<!doctype html><html><body>${shallow}</body></html>`,
  )
  const metadata = pageMetadata(document, html)
  for (const script of document.querySelectorAll('script'))
    if (parsed(script.textContent ?? '') === undefined) script.remove()
  const text = withoutTitle(readable(document, url ?? metadata.url) || htmlText(shallow), metadata.title)
  if (text.trim() === '')
    throw new Refusal(
      'unreadable',
      'The page holds no text; it may have been saved before it had loaded. Save it again.',
    )
  return { text, metadata: url ? { ...metadata, url } : metadata }
}

function readable(document: ReturnType<typeof parseHTML>['document'], url: string | undefined): string {
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
