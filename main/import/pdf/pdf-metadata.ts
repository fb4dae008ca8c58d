import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Metadata } from '#app/model/article'
import { median } from './reading-order.ts'
import type { Page } from './running-heads.ts'

/** Titles that programs put there: names of files and of themselves. */
const NO_TITLE =
  /^(?:microsoft word\b|microsoft powerpoint\b|untitled|unbenannt|document\d*$|slide 1$|print$)|\.(?:docx?|indd|qxd|pdf|tex|odt|rtf|html?)$|^https?:/i

/** What a PDF says of itself; for a title that is none, the largest line at the head of the first page. */
export async function pdfMetadata(
  document: PDFDocumentProxy,
  first: Page | undefined,
): Promise<{ [Key in keyof Metadata]?: string }> {
  const { info } = await document.getMetadata()
  const entry = (name: string) => {
    const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1]
    return typeof value === 'string' ? value.trim() : ''
  }
  const title = entry('Title')
  return {
    title: title !== '' && !NO_TITLE.test(title) ? title : headline(first),
    author: entry('Author'),
    published: pdfDate(entry('CreationDate')),
    language: entry('Language'),
  }
}

function headline(page: Page | undefined): string {
  const lines = page?.lines ?? []
  const body = median(lines.map(line => line.size))
  const size = Math.max(0, ...lines.filter(line => line.y < (page?.height ?? 0) / 2).map(line => line.size))
  if (size < 1.25 * body) return ''
  const largest = lines.filter(line => Math.abs(line.size - size) < 0.05 * size)
  const text = largest
    .slice(0, 4)
    .map(line => line.text)
    .join(' ')
  return text.length <= 250 ? text : ''
}

/** "D:20261124093000+02'00'" (ISO 32000-1, 7.9.4). */
function pdfDate(date: string): string {
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zone = ''] =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?/.exec(date) ?? []
  if (!year) return ''
  return hour
    ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace("'", '').replace(/(\d\d)(\d\d)$/, '$1:$2')}`
    : `${year}-${month}-${day}`
}
