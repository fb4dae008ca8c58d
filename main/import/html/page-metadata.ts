import type { Metadata } from '#app/model/article'
import { isoDate } from '../date.ts'
import { htmlText } from './html-text.ts'
import { jsonLd } from './json-ld.ts'

/** The part of a document that is asked here; linkedom's and a browser's both have it. */
export interface Page {
  querySelectorAll(selector: string): ArrayLike<{
    getAttribute(name: string): string | null
    readonly textContent: string | null
  }>
}

/**
 * What a page says of itself: in JSON-LD first, then in OpenGraph and other meta tags, then in its elements.
 *
 * @param html the page's source, for the remark in which a browser noted where it was saved from
 */
export function pageMetadata(page: Page, html: string): Partial<Metadata> {
  const all = (selector: string) => Array.from(page.querySelectorAll(selector))
  const meta = (...names: string[]) => {
    for (const name of names) {
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const content = all(`meta[${key}="${name}"]`)[0]?.getAttribute('content')?.trim()
        if (content) return content
      }
    }
    return undefined
  }
  const attribute = (selector: string, name: string) => all(selector)[0]?.getAttribute(name)?.trim()
  const text = (selector: string) => all(selector)[0]?.textContent?.replace(/\s+/g, ' ').trim()
  const ld = jsonLd(all('script[type="application/ld+json"]').map(script => script.textContent ?? ''))
  const source = ld.source || meta('og:site_name', 'application-name', 'DC.publisher', 'publisher')
  const author =
    ld.author ||
    meta('author', 'article:author', 'DC.creator', 'parsely-author', 'sailthru.author', 'byl') ||
    text('[rel~="author"]') ||
    text('[itemprop="author"]') ||
    text('.byline .author, .byline, .author-name')
  return known({
    title: plain(
      ld.title || meta('og:title', 'twitter:title', 'DC.title') || heading(text('title'), source, text('h1')),
    ),
    source: plain(source),
    author: plain(author)?.replace(/^(?:by|von|par|por|автор:?)\s+/i, ''),
    url: [attribute('link[rel="canonical"]', 'href'), meta('og:url'), ld.url, savedFrom(html)].find(
      isAddress,
    ),
    published: isoDate(
      ld.published ||
        meta(
          'article:published_time',
          'og:published_time',
          'datePublished',
          'DC.date',
          'DC.date.issued',
          'parsely-pub-date',
          'sailthru.date',
          'pubdate',
          'publish-date',
          'date',
        ) ||
        attribute(
          'article time[datetime], main time[datetime], [itemprop="datePublished"][datetime]',
          'datetime',
        ) ||
        attribute('time[datetime]', 'datetime'),
    ),
    language: (
      attribute('html', 'lang') ||
      attribute('html', 'xml:lang') ||
      ld.language ||
      meta('og:locale', 'content-language') ||
      ''
    ).replace('_', '-'),
  })
}

/** The title without the name of the site after it: "Council rebuilds levee | The Daily Ferry". */
function heading(
  title: string | undefined,
  site: string | undefined,
  h1: string | undefined,
): string | undefined {
  if (!title) return h1
  if (h1 && title.startsWith(h1)) return h1
  const parts = title.split(/\s+[|–—·»-]\s+/)
  const last = parts.at(-1)
  return parts.length > 1 && last && site && last.toLowerCase() === site.toLowerCase()
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/, '')
    : title
}

/** Where Chrome, Edge and SingleFile note the address of a page they save. */
const savedFrom = (html: string): string | undefined =>
  /<!--\s*saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 4000))?.[1] ??
  /Page saved with SingleFile\s+url: (\S+)/.exec(html.slice(0, 4000))?.[1]

const isAddress = (value: string | undefined): boolean => value !== undefined && /^https?:\/\//.test(value)

/** Authors put HTML's entities where plain text belongs. */
const plain = (value: string | undefined): string | undefined =>
  value?.includes('&') ? htmlText(value) : value

/** Without what is not known. */
export function known(given: { readonly [Key in keyof Metadata]?: string | undefined }): Partial<Metadata> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
}
