import { isoDate } from '../date.ts'
import { known } from '../html/page-metadata.ts'
import { latexText } from './latex-text.ts'
import { baseName, doiOf, type MetadataRecord } from './metadata-record.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The works of a BibTeX or BibLaTeX file. Strings are put in; comments and preambles are passed over. */
export function bibTex(text: string): MetadataRecord[] {
  const strings = new Map(MONTHS.map((month, index) => [month, String(index + 1).padStart(2, '0')]))
  const records: MetadataRecord[] = []
  const entry = /@(\w+)\s*[{(]/g
  for (let start = entry.exec(text); start; start = entry.exec(text)) {
    const type = start[1]?.toLowerCase() ?? ''
    if (type === 'comment' || type === 'preamble') continue
    const { fields, next } = readFields(text, entry.lastIndex, strings)
    entry.lastIndex = next
    if (type === 'string') for (const [name, value] of fields) strings.set(name, value)
    else if (fields.size > 0) records.push(recordOf(fields))
  }
  return records
}

/** The `name = value` pairs from a place within an entry to its end, and where that is. */
function readFields(
  text: string,
  start: number,
  strings: ReadonlyMap<string, string>,
): { fields: Map<string, string>; next: number } {
  const fields = new Map<string, string>()
  const name = /\s*(?:[^\s,={}"]*\s*,)?\s*([\w-]+)\s*=\s*/y
  const comma = /\s*,/y
  let at = start
  for (;;) {
    name.lastIndex = at
    const named = name.exec(text)
    if (!named?.[1]) return { fields, next: at }
    const { value, next } = readValue(text, name.lastIndex, strings)
    fields.set(named[1].toLowerCase(), value)
    comma.lastIndex = next
    if (!comma.test(text)) return { fields, next }
    at = comma.lastIndex
  }
}

/** One value: parts in braces, in quotation marks, numbers or names of strings, tied by `#`. */
function readValue(
  text: string,
  start: number,
  strings: ReadonlyMap<string, string>,
): { value: string; next: number } {
  const parts: string[] = []
  let at = start
  for (;;) {
    if (text[at] === '{' || text[at] === '"') {
      const end = endOfGroup(text, at)
      parts.push(text.slice(at + 1, end))
      at = end + 1
    } else {
      const word = /[^\s,{}"#]+/y
      word.lastIndex = at
      const found = word.exec(text)?.[0] ?? ''
      parts.push(strings.get(found.toLowerCase()) ?? found)
      at += found.length
    }
    const tie = /\s*#\s*/y
    tie.lastIndex = at
    if (!tie.test(text)) return { value: parts.join(''), next: at }
    at = tie.lastIndex
  }
}

/** Where the group that opens at a place ends; the end of the text if it never does. */
function endOfGroup(text: string, start: number): number {
  const quoted = text[start] === '"'
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0 && !quoted) return at
    else if (char === '"' && quoted && depth === 0 && at > start) return at
  }
  return text.length
}

function recordOf(fields: ReadonlyMap<string, string>): MetadataRecord {
  const first = (...names: string[]) =>
    names.map(name => latexText(fields.get(name) ?? '')).find(value => value !== '')
  const date =
    first('date') ??
    [first('year'), first('month'), first('day')]
      .filter(part => part && /^\d+$/.test(part))
      .map(part => part?.padStart(2, '0'))
      .join('-')
  return {
    metadata: known({
      title: first('title'),
      source: first('journal', 'journaltitle', 'newspaper', 'booktitle', 'publisher', 'howpublished'),
      author: first('author')
        ?.split(/\s+and\s+/)
        .join('; '),
      url: fields
        .get('url')
        ?.replace(/\\([_%&#~])/g, '$1')
        .trim(),
      published: isoDate(date),
      language: first('langid', 'language')?.slice(0, 35),
    }),
    abstract: first('abstract') ?? '',
    doi: doiOf(fields.get('doi') ?? fields.get('url') ?? ''),
    files: (fields.get('file') ?? '').split(';').flatMap(one =>
      one
        .split(':')
        .filter(part => /\.\w{2,5}$/.test(part))
        .map(baseName),
    ),
  }
}
