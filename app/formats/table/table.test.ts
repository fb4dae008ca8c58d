import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute } from '../../model/attribute.ts'
import { AttributeId } from '../../model/ids.ts'
import type { Corpus } from '../corpus.ts'
import { csv } from '../csv.ts'
import type { Format } from '../format.ts'
import { CODEBOOK, claimsIn, corpusOf } from '../test/corpora.ts'
import { expected, givenFile, OPTIONS, roundTrip, textOf } from '../test/round-trip.ts'
import { tsv } from '../tsv.ts'
import { xlsx } from '../xlsx.ts'
import { COLUMNS } from './columns.ts'
import { guarded, unguarded } from './formula.ts'

type Row = Readonly<Record<string, string>>

async function rowsIn(format: Format, corpus: Corpus, raw = false): Promise<Row[]> {
  const text = await textOf(format, corpus, undefined, { ...OPTIONS, raw })
  return format === csv
    ? parse(text, { columns: true })
    : parse(text, { columns: true, delimiter: '\t', quote: null, escape: null })
}

/** The corpus with this note on its first annotation. */
const noted = (text: string, note: string): Corpus => {
  const corpus = claimsIn(text, [{ start: 0, end: text.length }])
  const articles = Array.from(corpus.articles, one => ({
    ...one,
    annotations: one.annotations.map(annotation => ({ ...annotation, note })),
  }))
  return { ...corpus, articles }
}

describe.each([csv, tsv])('$id', format => {
  test('has a row for each sentence and annotation, and for sentences without one', async () => {
    const rows = await rowsIn(format, claimsIn('😀 One. Two. Three.', [{ start: 8, end: 12 }]))
    const shown = ['sentence', 'start', 'end', 'text', 'label', 'label_name', 'annotator'].map(column =>
      rows.map(row => row[column]),
    )
    expect(shown).toEqual([
      ['1', '2', '3'],
      ['0', '7', '12'],
      ['6', '11', '18'],
      ['😀 One.', 'Two.', 'Three.'],
      ['', 'claim', ''],
      ['', 'Claim', ''],
      ['', 'Anna (0000a1)', ''],
    ])
  })

  test('gives an annotation across sentences a row in each, with its part and its whole', async () => {
    const rows = await rowsIn(format, claimsIn('One. Two.', [{ start: 2, end: 7 }]))
    expect(rows.map(row => [row.text, row.annotation_start, row.annotation_end])).toEqual([
      ['e.', '2', '7'],
      ['Tw', '2', '7'],
    ])
  })

  test('a broken row is named', async () => {
    const text = await textOf(format, claimsIn('One. Two.', [{ start: 0, end: 4 }]))
    const read = (broken: string) => () => {
      const corpus = format.read?.read([givenFile(`t.${format.id}`, broken)])
      return corpus && 'articles' in corpus ? [...corpus.articles] : []
    }
    const between = format === csv ? ',' : '\t'
    expect(
      read(
        text.replace(
          `${between}2${between}5${between}9${between}`,
          `${between}7${between}5${between}9${between}`,
        ),
      ),
    ).toThrow('Line 3 has sentence 7 after sentence 1')
    expect(
      read(text.replaceAll(`${between}0${between}4${between}`, `${between}0${between}99${between}`)),
    ).toThrow('Line 2 has an annotation from 0 to 99')
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=cmd|x', "'=x", "''@x"])(
  'a cell that a spreadsheet would run is neutralised, and read as it was: %j',
  async cell => {
    const [row] = await rowsIn(csv, noted('One.', cell))
    expect(row?.note).toBe(`'${cell}`)
    for (const raw of [true, false]) expect(unguarded(guarded(cell, raw))).toBe(cell)
  },
)

test('on demand formulas are written as they are', async () => {
  expect((await rowsIn(csv, noted('One.', '=1+1'), true))[0]?.note).toBe('=1+1')
})

test('CSV ends its rows with CRLF, and quotes what has a newline; TSV has one line for each row', async () => {
  const corpus = noted('One.', 'a\nb\rc\t\\d')
  const text = await textOf(csv, corpus)
  expect(text).toContain('"a\nb\rc\t\\d"')
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = (await textOf(tsv, corpus)).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain('\ta\\nb\\rc\\t\\\\d\t')
})

test('a CSV of other columns is none of ours', () => {
  expect(csv.read?.recognises([givenFile('x.csv', 'text,label\na,b\n')])).toBe(false)
})

/** A corpus whose codebook has these attributes, names and days by turns, with a value of each. */
function attributed(ids: readonly string[]): Corpus {
  const attributes = ids.map((id, position) =>
    attribute({
      ...{ id: AttributeId.parse(id), name: `The ${id}`, position },
      type: position % 2 === 0 ? 'name' : 'date',
    }),
  )
  const values = attributes.map(({ id, type }, place) => [
    id,
    type === 'date' ? '2026-05-31' : `Value ${place}`,
  ])
  const places = attributes.flatMap(({ id, type }) => (type === 'name' ? [[id, { start: 5, end: 9 }]] : []))
  const articles = Array.from(claimsIn('One. Two.', [{ start: 0, end: 4 }]).articles, one => ({
    ...one,
    article: { ...one.article, source: 'The Courier', author: 'A. Writer' },
    annotations: one.annotations.map(annotation => ({
      ...{ ...annotation, note: 'A note.' },
      ...{ attributes: Object.fromEntries(values), mentions: Object.fromEntries(places) },
    })),
  }))
  return corpusOf(articles, { ...CODEBOOK, attributes })
}

describe.each([csv, tsv, xlsx])('$id, where attributes are called as its columns are', format => {
  const beside = [
    'attribute_source',
    'attribute_note',
    'attribute_attribute_text',
    'source_at',
    'due',
    'due_at',
  ]

  test('each has a column of its own, and all comes back', async () => {
    const ids = fc.uniqueArray(fc.constantFrom(...COLUMNS, ...beside), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(ids, async some => {
        const corpus = attributed(some)
        expect(await roundTrip(format, corpus)).toEqual(expected(format, corpus))
      }),
      { examples: [[[...COLUMNS]], [[...COLUMNS].reverse()], [beside]] },
    )
  })
})

test.each([csv, tsv])('$id of before, with two columns of one name, is read', async format => {
  const corpus = attributed(['source', 'note'])
  const written = await textOf(format, corpus)
  const end = written.indexOf('\n')
  const old = written.slice(0, end).replaceAll('attribute_', '') + written.slice(end)
  const read = await format.read?.read([givenFile(`t.${format.id}`, old)])
  const [article] = [...(read?.articles ?? [])]
  expect(article).toMatchObject({
    metadata: { source: 'The Courier' },
    annotations: [{ note: 'A note.', attributes: { source: 'Value 0', note: '2026-05-31' } }],
  })
})
