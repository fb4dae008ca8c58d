import { Refusal } from '#app/failure'
import { decode } from '../decode.ts'
import { jsonRecords } from '../rows/json.ts'
import type { Source } from '../source.ts'
import { bibTex } from './bibtex.ts'
import { cslJson, isCslJson } from './csl-json.ts'
import { draftsOfRecords, type MetadataRecord } from './metadata-record.ts'
import { ris } from './ris.ts'

/** Bibliographies: works with an abstract become articles; all are there to complete other files (`metadataRecords`). */
export const references: Source = {
  extensions: ['ris', 'bib', 'bibtex'],
  name: 'Bibliography (RIS, BibTeX)',
  async read(bytes, fileName) {
    return draftsOfRecords(metadataRecords(bytes, fileName))
  },
}

/** The works in a file that may be a bibliography; none where it is something else. */
export function recordsWithin(bytes: Uint8Array, fileName: string): readonly MetadataRecord[] {
  if (/\.(?:ris|bib|bibtex)$/i.test(fileName)) return metadataRecords(bytes, fileName)
  if (!/\.json$/i.test(fileName)) return []
  const records = jsonRecords(bytes)
  return isCslJson(records) ? cslJson(records) : []
}

/** The works in a bibliography: RIS, BibTeX or CSL-JSON. Throws a refusal (`unreadable`) where there are none. */
export function metadataRecords(bytes: Uint8Array, fileName: string): readonly MetadataRecord[] {
  const text = decode(bytes).replace(/^\ufeff/, '')
  const ending = fileName.split('.').at(-1)?.toLowerCase()
  const all = ending === 'ris' ? ris(text) : ending === 'json' ? cslJson(jsonRecords(bytes)) : bibTex(text)
  const records = all.filter(({ metadata, abstract }) => abstract !== '' || Object.keys(metadata).length > 0)
  if (records.length === 0)
    throw new Refusal(
      'unreadable',
      'There are no works in the bibliography. Export it again as RIS or BibTeX.',
    )
  return records
}
