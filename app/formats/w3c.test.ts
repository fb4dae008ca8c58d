import { expect, test } from 'vitest'
import { claimsIn } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { givenFile, textOf } from './test/round-trip.ts'
import { w3c } from './w3c.ts'

const read = async (content: unknown, path = 'a.jsonld') => {
  const files = [givenFile(path, typeof content === 'string' ? content : JSON.stringify(content))]
  expect(w3c.read?.recognises(files)).toBe(true)
  const corpus = await w3c.read?.read(files)
  return { ...corpus, articles: [...(corpus?.articles ?? [])] }
}
const annotationsIn = async (content: unknown) =>
  (await read(content)).articles.flatMap(({ annotations = [] }) => annotations)

const written = await textOf(w3c, markedArticle())

test('the file is a collection with one page, its articles beside it', () => {
  const { first, articles, codebook, ...collection } = JSON.parse(written)
  expect(collection).toMatchObject({
    id: 'urn:uuid:01900000-0000-7000-8000-0000000000b1',
    type: 'AnnotationCollection',
    total: 3,
  })
  expect(first).toMatchObject({ type: 'AnnotationPage', partOf: collection.id, startIndex: 0 })
  expect(first.items.map(({ type }: { type: string }) => type)).toEqual([
    'Annotation',
    'Annotation',
    'Annotation',
  ])
  expect(codebook.labels).toHaveLength(4)
  expect(articles).toEqual([
    {
      id: 'urn:uuid:77e3e0be-a2e3-8b28-9500-6b960000001c',
      ...{ type: 'Text', format: 'text/plain', language: 'en', title: 'Rain', publisher: 'The Courier' },
      value: 'Rain 😀 fell.\n\nIt will stop.',
      sentences: [
        { start: 0, end: 12 },
        { start: 14, end: 27 },
      ],
      reviews: [
        {
          ...{ start: 14, end: 27, judgement: 'cannot-judge', created: '2026-11-24T12:00:00.000Z' },
          creator: {
            ...{ id: 'urn:uuid:01900000-0000-7000-8000-0000000000a1', type: 'Person' },
            name: 'Anna (0000a1)',
          },
        },
      ],
    },
  ])
})

test('an annotation has its label as concept and as tag, then note and attributes, and is placed by code points and quote', () => {
  expect(JSON.parse(written).first.items[0]).toEqual({
    id: 'urn:uuid:01900000-0000-7000-8000-000000000000',
    type: 'Annotation',
    motivation: 'classifying',
    creator: {
      ...{ id: 'urn:uuid:01900000-0000-7000-8000-0000000000a1', type: 'Person' },
      name: 'Anna (0000a1)',
    },
    created: '2026-11-24T12:00:00.000Z',
    modified: '2026-11-24T12:00:00.000Z',
    body: [
      { type: 'SpecificResource', purpose: 'classifying', source: 'urn:x-assay:label:causal-claim' },
      { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: 'Causal claim' },
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'Two\nlines; a_b' },
      {
        ...{ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: 'Ms. Oakes' },
        attribute: 'attributed-to',
        mention: { type: 'TextPositionSelector', start: 14, end: 16 },
      },
    ],
    target: {
      type: 'SpecificResource',
      source: 'urn:uuid:77e3e0be-a2e3-8b28-9500-6b960000001c',
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 12 },
        { type: 'TextQuoteSelector', exact: 'Rain 😀 fell.', prefix: '', suffix: '\n\nIt will stop.' },
      ],
    },
  })
})

test('what stands around a quote ends with whole characters', async () => {
  const text = `${'😀'.repeat(20)}a b${'😀'.repeat(20)}`
  const [one] = JSON.parse(await textOf(w3c, claimsIn(text, [{ start: 40, end: 42 }]))).first.items
  const [, quote] = one.target.selector
  expect(quote.prefix).toBe('😀'.repeat(16))
  expect(quote.suffix).toBe(`b${'😀'.repeat(15)}`)
})

test('the codebook comes back with the texts', async () => {
  const { labels, attributes } = await read(written)
  expect(labels?.[2]).toMatchObject({
    id: 'causal-claim',
    name: 'Causal claim',
    parent: 'claim',
    colour: 'sky',
  })
  expect(attributes?.[2]).toMatchObject({ id: 'verdict', type: 'choice', required: true })
})

/** Example 24 of the Recommendation, with the text of the source in it. */
const EXAMPLE = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/anno24',
  type: 'Annotation',
  body: 'http://example.org/review1',
  target: {
    source: { id: 'http://example.org/ebook1', value: 'abcdefghijklmnopqrstuvwxyz' },
    selector: { type: 'TextPositionSelector', start: 4, end: 7 },
  },
}

test('an annotation alone is read, of a text that its target bears', async () => {
  expect((await read(EXAMPLE)).articles).toMatchObject([
    {
      text: 'abcdefghijklmnopqrstuvwxyz',
      metadata: { url: 'http://example.org/ebook1' },
      annotations: [{ start: 4, end: 7, label: 'highlighting', note: '', id: undefined }],
    },
  ])
})

const TEXT = '💩 Odysseus came to Ithaca. 🥳 Ithaca was glad.'
const at = (selector: unknown, rest: object = {}) => ({
  type: 'Annotation',
  ...rest,
  target: { source: { id: 'http://example.org/odyssey', value: TEXT }, selector },
})
const placeOf = async (selector: unknown) => {
  const [one] = await annotationsIn([at(selector)])
  return one && TEXT.slice(one.start, one.end)
}

test('an annotation of Recogito comes in: it counts UTF-16 units, as its quote shows', async () => {
  const body = [
    { type: 'TextualBody', purpose: 'tagging', value: 'Person' },
    { type: 'TextualBody', purpose: 'tagging', value: 'Hero' },
    { type: 'TextualBody', purpose: 'commenting', value: 'Son of Laertes.' },
  ]
  const recogito = at(
    [
      { type: 'TextQuoteSelector', exact: 'Odysseus', prefix: '💩 ', suffix: ' came' },
      { type: 'TextPositionSelector', start: 3, end: 11 },
    ],
    {
      id: '#a88b22d0-6106-4872-9435-c78b5e89fede',
      created: '2026-11-24T13:00:00.123456+01:00',
      creator: { id: 'https://example.org/anna', name: 'anna' },
      body,
    },
  )
  expect(await annotationsIn([recogito])).toEqual(
    ['Person', 'Hero'].map(label => ({
      ...{ start: 3, end: 11, label, note: 'Son of Laertes.', attributes: {}, mentions: {}, id: undefined },
      ...{ annotator: 'anna', annotatorId: undefined },
      ...{ created: '2026-11-24T12:00:00.123Z', updated: undefined },
    })),
  )
})

test.each([
  ['positions in code points', { type: 'TextPositionSelector', start: 2, end: 10 }, 'Odysseus'],
  ['a quote between what surrounds it', { exact: 'Ithaca', prefix: '🥳 ', suffix: ' was' }, 'Ithaca'],
  [
    'a quote within positions',
    { start: 11, end: 26, refinedBy: { type: 'TextQuoteSelector', exact: 'Ithaca' } },
    'Ithaca',
  ],
  ['a quote within a fragment', { value: 'p1', refinedBy: { exact: 'was glad' } }, 'was glad'],
  ['a quote that has moved', [{ start: 0, end: 4 }, { exact: 'glad' }], 'glad'],
])('a place is found by %s', async (_, selector, piece) => {
  expect(await placeOf(selector)).toBe(piece)
})

test('which of two equal quotes is meant is told by what stands before', async () => {
  const [one] = await annotationsIn([at({ exact: 'Ithaca', prefix: '🥳 ' })])
  expect(one?.start).toBe(TEXT.lastIndexOf('Ithaca'))
})

test('a target without selectors is the whole text, and several targets are several annotations', async () => {
  const source = { id: 'http://example.org/odyssey', value: TEXT }
  const id = 'urn:uuid:01900000-0000-7000-8000-000000000009'
  const target = [source, { source: source.id, selector: { start: 2, end: 10 } }]
  expect(await annotationsIn({ type: 'Annotation', id, bodyValue: 'A note.', target })).toMatchObject([
    { start: 0, end: TEXT.length, id: '01900000-0000-7000-8000-000000000009', note: 'A note.' },
    { start: 3, end: 11, id: undefined, note: 'A note.' },
  ])
})

test('a concept is a label by the end of its address, and what has no label is called as its motivation', async () => {
  const concept = {
    type: 'SpecificResource',
    purpose: 'classifying',
    source: 'http://example.org/kinds#place',
  }
  const none = { body: { type: 'TextualBody', value: 'Hm.' }, motivation: 'oa:questioning' }
  const annotations = await annotationsIn({
    type: 'AnnotationPage',
    items: [
      at([], { body: concept }),
      at([], none),
      at([], { motivation: 'tagging', body: { value: ' x ' } }),
    ],
  })
  expect(annotations).toMatchObject([
    { label: 'place', note: '' },
    { label: 'questioning', note: 'Hm.' },
    { label: 'x', note: '' },
  ])
})

test('annotations of a text that is not in the file are refused, with the annotation and the text', async () => {
  const elsewhere = { ...EXAMPLE, target: 'http://example.org/ebook1' }
  await expect(read([EXAMPLE, { ...elsewhere, target: 'http://example.org/2' }])).rejects.toThrow(
    'Annotation 2 of a.jsonld is about http://example.org/2, whose text is not in the file.',
  )
})

test('what the API of Hypothesis gives is refused: it has no texts', async () => {
  const row = {
    ...{ id: 'jc1CdCOnEeeCCJNPE0qUeA', user: 'acct:anna@hypothes.is', uri: 'http://www.example.com/' },
    ...{ text: '', tags: ['x'], created: '2017-05-05T18:29:05.000000+00:00' },
    target: [
      {
        source: 'http://www.example.com/',
        selector: [
          { type: 'TextPositionSelector', end: 62, start: 5 },
          { type: 'TextQuoteSelector', exact: 'Example Domain', prefix: '', suffix: '' },
        ],
      },
    ],
  }
  await expect(read({ total: 1, rows: [row] }, 'search.json')).rejects.toThrow(
    'search.json is of Hypothesis: its annotations name the pages that they are on, and do not have their text.',
  )
})

test('a collection whose page is elsewhere is refused', async () => {
  const elsewhere = { type: 'AnnotationCollection', first: 'http://example.org/page1' }
  await expect(read(elsewhere)).rejects.toThrow('a.jsonld has no annotations, only the address')
})

test('what is broken is refused, with the annotation that is', async () => {
  await expect(read(written.slice(0, -9))).rejects.toThrow('a.jsonld is no JSON')
  await expect(read(written.replace('"start":14,"end":16', '"start":14,"end":99'))).rejects.toThrow(
    'Annotation 1 of a.jsonld has an annotation from 14 to 99, and its text has 27 characters',
  )
  await expect(read(written.replace('"exact":"el"', '"exact":"er"'))).rejects.toThrow(
    'Annotation 3 of a.jsonld quotes “er”, which is not in its text.',
  )
  await expect(read(written.replace('"value":"Rain', '"valeu":"Rain'))).rejects.toThrow(
    'Article 1 of a.jsonld is not as this format has it (value',
  )
  await expect(placeOf({ type: 'XPathSelector', value: '/p[1]' })).rejects.toThrow(
    'Annotation 1 of a.jsonld says neither between which characters it is nor what it quotes.',
  )
  await expect(placeOf({ start: 5, end: 5 })).rejects.toThrow('has an annotation from 5 to 5')
})

test('refinements that never end are not followed to their end', async () => {
  const endless = `${'{"refinedBy":'.repeat(5000)}1${'}'.repeat(5000)}`
  const json = JSON.stringify(at(0)).replace('"selector":0', `"selector":${endless}`)
  await expect(read(json)).rejects.toThrow('says neither')
})

test('names of attributes are never more than names', async () => {
  const [one] = await annotationsIn(
    JSON.stringify(at([], { body: [{ value: 'x', attribute: '__proto__' }] })),
  )
  expect(Object.keys(one?.attributes ?? {})).toEqual(['__proto__'])
  expect(Object.prototype).not.toHaveProperty('0')
})

test('other JSON is not taken for annotations', () => {
  for (const other of [
    '{"text":"type: Annotation"}',
    '[{"text":"a","annotations":[{"type":"labels"}]}]',
    '{"@context":"http://schema.org/"}',
  ])
    expect(w3c.read?.recognises([givenFile('a.json', other)])).toBe(false)
  expect(w3c.read?.recognises([givenFile('a.txt', written)])).toBe(false)
})
