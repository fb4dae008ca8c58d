import { posix } from 'node:path'
import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { htmlText } from '../html/html-text.ts'
import { known } from '../html/page-metadata.ts'
import type { Source } from '../source.ts'
import { openZip } from '../zip/open-zip.ts'
import { xmlEvents, xmlFields } from './xml-events.ts'

/** E-books: all chapters in reading order, as one text; tables of contents are left out. */
export const epub: Source = {
  extensions: ['epub'],
  name: 'EPUB',
  async read(bytes) {
    const zip = await openZip(bytes)
    const opf = packageFile(await zip.text('META-INF/container.xml'))
    const packaged = opf ? await zip.text(opf) : ''
    const locked = /<(?:\w+:)?EncryptedData[\s\S]*?Algorithm="[^"]*(?:aes|rsa)/i.test(
      await zip.text('META-INF/encryption.xml'),
    )
    if (locked)
      throw new Refusal('unreadable', 'The book is locked by copy protection. Get a copy without it.')
    const chapters: string[] = []
    for (const chapter of spine(packaged)) {
      const name = posix.normalize(posix.join(posix.dirname(opf), decodeURI(chapter)))
      chapters.push(htmlText(await zip.text(name), true))
    }
    const text = chapters.filter(chapter => chapter !== '').join('\n\n')
    if (text === '')
      throw new Refusal('unreadable', 'There is no text in the book, or its list of chapters is damaged.')
    const fields = xmlFields(packaged, [
      'dc:title',
      'dc:creator',
      'dc:publisher',
      'dc:date',
      'dc:language',
      'dc:source',
    ])
    return [
      {
        text,
        metadata: known({
          title: fields['dc:title'],
          author: fields['dc:creator'],
          source: fields['dc:publisher'],
          published: isoDate(fields['dc:date']),
          language: fields['dc:language'],
        }),
      },
    ]
  },
}

function packageFile(container: string): string {
  let path = ''
  xmlEvents(container, {
    open(name, attributes) {
      if (name.endsWith('rootfile') && path === '') path = attributes['full-path'] ?? ''
    },
  })
  return path
}

/** The chapters' files in the order of the spine, without the navigation (EPUB 3.3, section 5.7). */
function spine(packaged: string): string[] {
  const files = new Map<string, string>()
  const order: string[] = []
  xmlEvents(packaged, {
    open(name, { id, href, properties, idref, linear }) {
      if (/(^|:)item$/.test(name) && id && href && !properties?.split(/\s+/).includes('nav'))
        files.set(id, href)
      if (/(^|:)itemref$/.test(name) && idref && linear !== 'no') order.push(idref)
    },
  })
  return order.flatMap(id => files.get(id) ?? [])
}
