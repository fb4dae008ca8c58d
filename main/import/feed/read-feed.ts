import { xmlEvents } from '../office/xml-events.ts'

/** What an entry, or the feed as a whole, says; each as it stands there. */
export interface FeedFields {
  title?: string
  link?: string
  published?: string
  author?: string
  language?: string
  source?: string
  content?: string
  description?: string
}

type Field = keyof FeedFields

/** The elements of RSS 0.9 to 2.0, Atom and Dublin Core, and the field that each is. */
const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  link: 'link',
  pubDate: 'published',
  published: 'published',
  updated: 'published',
  'dc:date': 'published',
  'dc:creator': 'author',
  author: 'author',
  name: 'author',
  language: 'language',
  'dc:language': 'language',
  source: 'source',
  'content:encoded': 'content',
  content: 'content',
  description: 'description',
  summary: 'description',
}

const ENTRIES = new Set(['item', 'entry'])

/** Elements that hold titles and names of something else. */
const FOREIGN = new Set(['image', 'textInput', 'media:group', 'contributor', 'media:content'])

/** Takes a feed apart. The first value of a field stays; markup within a field is kept as markup. */
export function readFeed(xml: string): {
  isFeed: boolean
  channel: FeedFields
  entries: readonly FeedFields[]
} {
  const channel: FeedFields = {}
  const entries: FeedFields[] = []
  let isFeed = false
  let into = channel
  let foreign = 0
  let field: { name: string; field: Field; value: string; depth: number; html: boolean } | undefined
  xmlEvents(xml, {
    open(name, attributes) {
      if (name === 'rss' || name === 'feed' || name === 'rdf:RDF') {
        isFeed = true
        if (attributes['xml:lang'] && channel.language === undefined)
          channel.language = attributes['xml:lang']
      }
      if (foreign > 0 || FOREIGN.has(name)) foreign++
      else if (field && name !== 'name') {
        field.depth++
        // XHTML in Atom is part of the document, not text in it.
        if (field.html) field.value += `<${name}>`
      } else if (ENTRIES.has(name)) {
        into = {}
        entries.push(into)
      } else if (name === 'link' && attributes.href !== undefined) {
        if ((attributes.rel ?? 'alternate') === 'alternate') into.link ??= attributes.href
      } else {
        const known = FIELDS[name]
        if (known)
          field = {
            name,
            field: known,
            value: '',
            depth: 0,
            html: known === 'content' || known === 'description',
          }
      }
    },
    text(text) {
      if (field && foreign === 0)
        field.value += field.depth > 0 && field.html ? text.replace(/</g, '&lt;') : text
    },
    close(name) {
      if (foreign > 0) foreign--
      else if (field && name === field.name) {
        const value = field.value.trim()
        if (value !== '') into[field.field] ??= value
        field = undefined
      } else if (field && field.depth > 0) {
        field.depth--
        if (field.html) field.value += `</${name}>`
      } else if (ENTRIES.has(name)) into = channel
    },
  })
  return { isFeed, channel, entries }
}
