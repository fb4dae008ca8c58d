import { htmlText } from '../html/html-text.ts'
import { known } from '../html/page-metadata.ts'
import { doiOf, type MetadataRecord } from './metadata-record.ts'

type Item = Readonly<Record<string, unknown>>

/** Whether records are CSL-JSON, as Zotero exports it: each has a type of work and fields only CSL has. */
export function isCslJson(records: readonly unknown[]): boolean {
  return (
    records.length > 0 &&
    records.every(
      record =>
        isItem(record) &&
        typeof record.type === 'string' &&
        ('issued' in record || 'container-title' in record || 'DOI' in record || 'citation-key' in record) &&
        !('text' in record),
    )
  )
}

/** The works of CSL-JSON (https://docs.citationstyles.org). */
export function cslJson(records: readonly unknown[]): MetadataRecord[] {
  return records.filter(isItem).map(item => ({
    metadata: known({
      title: text(item.title),
      source: text(item['container-title']) || text(item.publisher),
      author: list(item.author)
        .map(nameOf)
        .filter(name => name !== '')
        .join('; '),
      url: text(item.URL),
      published: dateOf(item.issued),
      language: text(item.language).slice(0, 35),
    }),
    abstract: htmlText(text(item.abstract)),
    doi: doiOf(text(item.DOI) || text(item.URL)),
    files: [],
  }))
}

function nameOf(name: unknown): string {
  if (!isItem(name)) return ''
  return text(name.literal) || [text(name.family), text(name.given)].filter(part => part !== '').join(', ')
}

/** "date-parts": [[2026, 8, 24]]. */
function dateOf(issued: unknown): string {
  if (!isItem(issued)) return ''
  const parts = list(list(issued['date-parts'])[0])
  const digits = parts.map(part => String(part).padStart(2, '0'))
  return digits.length > 0 ? digits.join('-') : text(issued.raw) || text(issued.literal)
}

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
