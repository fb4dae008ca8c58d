import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { decodeHtml } from '../html/decode-html.ts'
import { htmlText } from '../html/html-text.ts'
import { limitDepth } from '../html/limit-depth.ts'
import { known } from '../html/page-metadata.ts'
import type { Draft, Source } from '../source.ts'
import { readFeed } from './read-feed.ts'

/** RSS and Atom files: an article of each entry, with as much text as the feed gives. */
export const feed: Source = {
  extensions: ['rss', 'atom', 'xml', 'rdf'],
  name: 'Feed (RSS, Atom)',
  async read(bytes, _fileName, options) {
    const { isFeed, channel, entries } = readFeed(decodeHtml(bytes, options.charset))
    if (!isFeed)
      throw new Refusal(
        'unreadable',
        'It is XML, but no feed. RSS, Atom and flat OpenDocument are read; save other files as text.',
      )
    const drafts = entries.flatMap((entry): Draft[] => {
      const fullest = [entry.content, entry.description]
        .map(html => htmlText(limitDepth(html ?? '')))
        .find(text => text !== '')
      if (!fullest) return []
      return [
        {
          text: fullest,
          metadata: known({
            title: htmlText(entry.title ?? ''),
            source: htmlText(entry.source ?? channel.title ?? ''),
            author: entry.author || channel.author,
            url: entry.link,
            published: isoDate(entry.published),
            language: channel.language,
          }),
        },
      ]
    })
    if (drafts.length === 0)
      throw new Refusal(
        'unreadable',
        'The feed has no entries with text. Import the pages that it links to instead.',
      )
    return drafts
  },
}
