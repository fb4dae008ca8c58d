import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { decode } from '../decode.ts'
import { known } from '../html/page-metadata.ts'
import type { Draft, Source } from '../source.ts'
import { TextFlow } from '../text-flow.ts'
import { openZip } from '../zip/open-zip.ts'
import { xmlEvents, xmlFields } from './xml-events.ts'

/** OpenDocument texts, as LibreOffice writes them, packed or as one XML file. */
export const odt: Source = {
  extensions: ['odt', 'ott', 'fodt'],
  name: 'OpenDocument text',
  async read(bytes, fileName) {
    if (fileName.toLowerCase().endsWith('.fodt')) return [draft(decode(bytes), decode(bytes))]
    const zip = await openZip(bytes)
    if (/<manifest:encryption-data/.test(await zip.text('META-INF/manifest.xml')))
      throw new Refusal(
        'unreadable',
        'It is protected by a password. Open it, save it without the password, then import that.',
      )
    return [draft(await zip.text('content.xml'), await zip.text('meta.xml'))]
  },
}

function draft(content: string, meta: string): Draft {
  const text = documentText(content)
  if (text === '') throw new Refusal('unreadable', 'The document holds no text.')
  const fields = xmlFields(meta, [
    'dc:title',
    'meta:initial-creator',
    'dc:creator',
    'meta:creation-date',
    'dc:language',
  ])
  return {
    text,
    metadata: known({
      title: fields['dc:title'],
      author: fields['meta:initial-creator'] || fields['dc:creator'],
      published: isoDate(fields['meta:creation-date']),
      language: fields['dc:language'],
    }),
  }
}

/** Elements that are not read: notes, comments, what was deleted, indexes, alternative texts of pictures. */
const SKIPPED = new Set([
  'text:note',
  'office:annotation',
  'text:tracked-changes',
  'text:table-of-content',
  'svg:title',
  'svg:desc',
  'office:styles',
  'office:automatic-styles',
  'office:master-styles',
  'office:meta',
  'office:settings',
  'office:scripts',
])

/** The text of OpenDocument content (ISO 26300-1, sections 5 and 6). White space collapses, as in HTML. */
function documentText(xml: string): string {
  const flow = new TextFlow()
  let skipped = 0
  let paragraphs = 0
  xmlEvents(xml, {
    open(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name)) skipped++
      else if (name === 'text:p' || name === 'text:h') {
        flow.paragraph()
        paragraphs++
      } else if (name === 'text:s')
        flow.verbatim(' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)))
      else if (name === 'text:tab') flow.verbatim('\t')
      else if (name === 'text:line-break') flow.line()
    },
    text(text) {
      if (skipped === 0 && paragraphs > 0) flow.words(text)
    },
    close(name) {
      if (skipped > 0) skipped--
      else if (name === 'text:p' || name === 'text:h') {
        flow.paragraph()
        paragraphs--
      }
    },
  })
  return flow.text()
}
