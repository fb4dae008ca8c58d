import { expect, test } from 'vitest'
import { readSource } from '../source.ts'
import { joinMetadata } from './metadata-record.ts'
import { metadataRecords, recordsWithin } from './references.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const RIS = `TY  - NEWS
TI  - Council rebuilds levee
AU  - Brandt, Ida
AU  - Lind, Jo
T2  - The Daily Ferry
DA  - 2026/11/24/
UR  - https://ferry.example/levee
L1  - internal-pdf://123/levee.pdf
ER  -

TY  - JOUR
TI  - On levees
DO  - https://doi.org/10.1234/Levee.7
PY  - 2023
AB  - Levees hold water,
and sometimes they do not.
LA  - en
ER  -
`

const BIB = `@comment{not this}
@string{ferry = "The Daily Ferry"}
@article{brandt2026,
  title = {Council {Rebuilds} Levee in K{\\"o}ln -- at last},
  author = "Brandt, Ida and M{\\'u}ller, J\\"org",
  journal = ferry,
  year = 2026, month = nov, day = {4},
  url = {https://ferry.example/levee\\_1},
  abstract = {The council decided. 50\\% agree {with {it}}.},
  file = {Full Text:files/12/levee.pdf:application/pdf}
}
@online{x, title={Second}, date={2026-11-24}}`

test('RIS: an abstract is an article, and every work is there to complete other files', async () => {
  expect(await readSource(bytes(RIS), 'a.ris')).toEqual([
    {
      text: 'Levees hold water, and sometimes they do not.',
      metadata: { title: 'On levees', published: '2023', language: 'en' },
    },
  ])
  expect(metadataRecords(bytes(RIS), 'a.ris')[0]).toEqual({
    metadata: {
      title: 'Council rebuilds levee',
      source: 'The Daily Ferry',
      author: 'Brandt, Ida; Lind, Jo',
      url: 'https://ferry.example/levee',
      published: '2026-11-24',
    },
    abstract: '',
    doi: '',
    files: ['levee.pdf'],
  })
})

test('BibTeX: strings are put in, LaTeX is read, comments are not', () => {
  const [first, second, ...more] = metadataRecords(bytes(BIB), 'a.bib')
  expect(first).toEqual({
    metadata: {
      title: 'Council Rebuilds Levee in Köln – at last',
      author: 'Brandt, Ida; Múller, Jörg',
      source: 'The Daily Ferry',
      published: '2026-11-04',
      url: 'https://ferry.example/levee_1',
    },
    abstract: 'The council decided. 50% agree with it.',
    doi: '',
    files: ['levee.pdf'],
  })
  expect(second?.metadata).toEqual({ title: 'Second', published: '2026-11-24' })
  expect(more).toEqual([])
})

test('CSL-JSON is known by its form among other JSON', async () => {
  const csl = [
    {
      id: 'a',
      type: 'article-newspaper',
      title: 'Levee',
      author: [{ family: 'Brandt', given: 'Ida' }, { literal: 'Ferry desk' }],
      issued: { 'date-parts': [[2026, 11, 4]] },
      abstract: '<p>The council decided.</p>',
      DOI: '10.1/x',
    },
  ]
  const file = bytes(JSON.stringify(csl))
  const metadata = { title: 'Levee', author: 'Brandt, Ida; Ferry desk', published: '2026-11-04' }
  expect(await readSource(file, 'a.json')).toEqual([{ text: 'The council decided.', metadata }])
  expect(recordsWithin(file, 'a.json')).toHaveLength(1)
  expect(recordsWithin(bytes('[{"type":"x","text":"y"}]'), 'a.json')).toEqual([])
})

test('a file is completed by the record of its name, its address or its title, and keeps what it knows itself', () => {
  const records = metadataRecords(bytes(RIS), 'a.ris')
  const draft = (metadata: object) => ({ text: 'A text.', metadata })
  const author = (fileName: string, metadata: object) =>
    joinMetadata(draft(metadata), fileName, records).metadata.author
  expect(author('Levee.pdf', {})).toBe('Brandt, Ida; Lind, Jo')
  expect(author('x.html', { url: 'http://www.ferry.example/levee/#top' })).toBe('Brandt, Ida; Lind, Jo')
  expect(author('x.html', { title: 'Council Rebuilds Levee!' })).toBe('Brandt, Ida; Lind, Jo')
  expect(author('levee.pdf', { author: 'Someone else' })).toBe('Someone else')
  expect(author('x.html', { title: 'Something else' })).toBeUndefined()
})

test('a bibliography without works is refused', async () => {
  await expect(readSource(bytes('nothing here'), 'a.bib')).rejects.toThrow(/There are no works/)
})
