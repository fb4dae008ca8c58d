import { isoDate } from '../date.ts'
import { known } from '../html/page-metadata.ts'
import { baseName, doiOf, type MetadataRecord } from './metadata-record.ts'

/** The works of a RIS file: lines of a two-letter tag and a value, ended by `ER`. A line without a tag goes on. */
export function ris(text: string): MetadataRecord[] {
  const records: MetadataRecord[] = []
  let fields = new Map<string, string[]>()
  let last: string[] | undefined
  const finish = () => {
    if (fields.size > 0) records.push(recordOf(fields))
    fields = new Map()
    last = undefined
  }
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const tagged = /^([A-Z][A-Z0-9])\s{1,2}-(?: (.*))?$/.exec(line)
    const tag = tagged?.[1]
    if (!tag) {
      if (last && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`)
      continue
    }
    if (tag === 'TY' || tag === 'ER') {
      finish()
      continue
    }
    last = fields.get(tag) ?? []
    last.push(tagged?.[2]?.trim() ?? '')
    fields.set(tag, last)
  }
  finish()
  return records
}

function recordOf(fields: ReadonlyMap<string, readonly string[]>): MetadataRecord {
  const first = (...tags: string[]) => tags.map(tag => fields.get(tag)?.[0]).find(value => value)
  return {
    metadata: known({
      title: first('TI', 'T1', 'CT', 'BT'),
      source: first('T2', 'JF', 'JO', 'JA', 'J2', 'PB'),
      author: [...(fields.get('AU') ?? fields.get('A1') ?? [])].join('; '),
      url: first('UR', 'L2', 'LK'),
      published: isoDate(risDate(first('DA', 'Y1', 'PY'))),
      language: first('LA')?.slice(0, 35),
    }),
    abstract: first('AB', 'N2') ?? '',
    doi: doiOf(first('DO', 'DI', 'M3') ?? first('UR') ?? ''),
    files: (fields.get('L1') ?? []).map(baseName),
  }
}

/** "2026/08/24/other" with any part but the year left out. */
function risDate(given: string | undefined): string | undefined {
  const [year, month, day] = (given ?? '').split('/')
  if (!/^\d{4}$/.test(year ?? '')) return given
  return [year, month, day]
    .filter(part => part && /^\d+$/.test(part))
    .map(part => part?.padStart(2, '0'))
    .join('-')
}
