import { describe, expect, test } from 'vitest'
import { Refusal } from '../failure.ts'
import { doccano } from './doccano.ts'
import type { ReadArticle } from './read-corpus.ts'
import { claimsIn } from './test/corpora.ts'
import { filesOf, givenFile, textOf } from './test/round-trip.ts'

const reader = doccano.read ?? expect.fail()

async function articlesIn(files: Readonly<Record<string, string>>): Promise<ReadArticle[]> {
  const given = Object.entries(files).map(([path, content]) => givenFile(path, content))
  expect(reader.recognises(given)).toBe(true)
  return [...(await reader.read(given)).articles]
}

/** Each annotation as its text, its label and who made it. */
const shown = (articles: readonly ReadArticle[]) =>
  articles.map(({ text, annotations }) =>
    annotations?.map(({ start, end, label, annotator }) => [text.slice(start, end), label, annotator]),
  )

describe('what is written', () => {
  const corpus = claimsIn('😀 One is here. Two is there.', [{ start: 3, end: 15 }])

  test('is a line for each article, with offsets as the page of doccano counts them', async () => {
    const line = JSON.parse(await textOf(doccano, corpus, 'sequence_labeling.jsonl'))
    expect(line).toEqual({
      id: expect.any(String),
      text: '😀 One is here. Two is there.',
      label: [[3, 15, 'Claim']],
      ...{ title: 'T', source: '', author: '', url: '', published: '', language: 'en' },
      assay: {
        sentences: [
          [0, 15],
          [16, 29],
        ],
        annotations: [
          {
            ...{ id: '01900000-0000-7000-8000-000000000000', start: 3, end: 15, label: 'Claim' },
            ...{ annotator: 'Anna (0000a1)', annotator_id: '01900000-0000-7000-8000-0000000000a1' },
            ...{ attributes: {}, mentions: {}, note: '' },
            ...{ created: '2026-11-24T00:00:00.000Z', updated: '2026-11-24T00:00:00.000Z' },
          },
        ],
        reviews: [],
      },
    })
  })

  test('is a line for each sentence, with the labels that reach into it', async () => {
    const lines = (await textOf(doccano, corpus, 'text_classification.jsonl')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { text: '😀 One is here.', label: ['Claim'], sentence: 1, reviewed: true },
      { text: 'Two is there.', label: [], sentence: 2, reviewed: false },
    ])
  })

  test('has the labels as doccano imports them', async () => {
    const [first, second] = JSON.parse(await textOf(doccano, corpus, 'label_config.json'))
    expect(first).toEqual({
      ...{ text: 'Fact', prefix_key: null, suffix_key: 'f' },
      ...{ background_color: '#005c94', text_color: '#ffffff', label_id: 'fact' },
    })
    expect(second.text).toBe('Claim')
  })

  test('gives labels their ids, colours and keys again', async () => {
    const { labels } = await reader.read(await filesOf(doccano, corpus))
    expect(labels.slice(0, 2)).toEqual([
      { id: 'fact', name: 'Fact', colour: 'blue', key: 'f' },
      { id: 'claim', name: 'Claim', colour: 'orange', key: 'c' },
    ])
  })

  test('comes back from doccano with what was changed there, and the rest as it was', async () => {
    const line = JSON.parse(await textOf(doccano, corpus, 'sequence_labeling.jsonl'))
    const changed = { ...line, label: [[16, 29, 'Fact'], ...line.label], Comments: [] }
    const [article] = await articlesIn({ 'all.jsonl': JSON.stringify(changed) })
    expect(article?.annotations).toMatchObject([
      { start: 16, end: 29, label: 'Fact' },
      { id: '01900000-0000-7000-8000-000000000000', start: 3, end: 15, label: 'Claim' },
    ])
    const [emptied] = await articlesIn({ 'all.jsonl': JSON.stringify({ ...line, label: [] }) })
    expect(emptied?.annotations).toEqual([])
  })
})

describe('exports of doccano', () => {
  test('of sequence labelling', async () => {
    const export_ = [
      '{"id":1,"text":"EU rejects German call","title":"T","label":[[0,2,"ORG"],[11,17,"MISC"]],"Comments":["?"]}',
      '{"id":2,"text":"😀 Obama","label":[[3,8,"PERSON"]],"Comments":[]}',
    ].join('\n')
    const articles = await articlesIn({ 'all.jsonl': export_ })
    expect(articles[0]?.metadata).toEqual({ title: 'T' })
    expect(shown(articles)).toEqual([
      [
        ['EU', 'ORG', undefined],
        ['German', 'MISC', undefined],
      ],
      [['Obama', 'PERSON', undefined]],
    ])
  })

  test('of several annotators, each in a file of that name', async () => {
    const articles = await articlesIn({
      'admin.jsonl': '{"id":1,"text":"EU rejects","label":[[0,2,"ORG"]]}\n{"id":2,"text":"Two","label":[]}',
      'ben.jsonl': '{"id":1,"text":"EU rejects","label":[[3,10,"ACT"]]}\n{"id":2,"text":"Two","label":[]}',
    })
    expect(shown(articles)).toEqual([
      [
        ['EU', 'ORG', 'admin'],
        ['rejects', 'ACT', 'ben'],
      ],
      [],
    ])
  })

  test('of relations, of which the entities are read', async () => {
    const articles = await articlesIn({
      'all.jsonl':
        '{"id":1,"text":"Google was founded on September 4","entities":[{"id":0,"start_offset":0,"end_offset":6,"label":"ORG"},{"id":1,"start_offset":22,"end_offset":33,"label":"DATE"}],"relations":[{"id":0,"from_id":0,"to_id":1,"type":"foundedAt"}],"Comments":[]}',
    })
    expect(shown(articles)).toEqual([
      [
        ['Google', 'ORG', undefined],
        ['September 4', 'DATE', undefined],
      ],
    ])
  })

  test('of text classification, as lines and as one array', async () => {
    const expected = [[['Good.', 'positive', undefined]], []]
    const lines = '{"id":1,"text":"Good.","label":["positive"]}\n{"id":2,"text":"Bad.","label":[]}'
    expect(shown(await articlesIn({ 'all.jsonl': lines }))).toEqual(expected)
    const array = '[{"id":1,"text":"Good.","label":["positive"]},{"id":2,"text":"Bad.","label":[]}]'
    expect(shown(await articlesIn({ 'all.json': array }))).toEqual(expected)
  })

  test('of intents and slots', async () => {
    const line = '{"id":1,"text":"Fly to Rome","entities":[[7,11,"CITY"]],"cats":["travel"]}'
    expect(shown(await articlesIn({ 'all.jsonl': line }))).toEqual([
      [
        ['Rome', 'CITY', undefined],
        ['Fly to Rome', 'travel', undefined],
      ],
    ])
  })

  test('of its first versions, which counted code points', async () => {
    const articles = await articlesIn({
      'export.jsonl': [
        '{"id":1,"text":"😀 Obama","annotations":[{"id":1,"label":2,"label_name":"PERSON","start_offset":2,"end_offset":7,"user":1,"user_name":"user1"}],"meta":{"source":"NYT"},"annotation_approver":null}',
        '{"id":2,"text":"Peter 😀 Blackburn","labels":[[8,17,"PERSON"]]}',
        '{"id":3,"text":"Great price.","annotations":[{"id":3,"label":2,"user":1}],"annotation_approver":null}',
      ].join('\n'),
    })
    expect(articles[0]?.metadata).toEqual({ source: 'NYT' })
    expect(shown(articles)).toEqual([
      [['Obama', 'PERSON', 'user1']],
      [['Blackburn', 'PERSON', undefined]],
      [['Great price.', '2', '1']],
    ])
  })
})

const GOOD = '{"text":"EU rejects","label":[[0,2,"ORG"]]}'

test.each([
  ['no JSON', '{"text":', 'Line 2 is no JSON'],
  [
    'a label outside of the text',
    '{"text":"EU","label":[[0,3,"ORG"]]}',
    'Line 2 has an annotation from 0 to 3',
  ],
  [
    'a label without an end',
    '{"text":"EU","label":[[0,"ORG"]]}',
    'Line 2 is not as this format has it (label.0',
  ],
  ['no text', '{"label":[]}', 'Line 2 is not as this format has it (text'],
])('%s is refused by its line', async (_, broken, message) => {
  const reading = articlesIn({ 'all.jsonl': `${GOOD}\n${broken}` })
  await expect(reading).rejects.toThrow(Refusal)
  await expect(reading).rejects.toThrow(message)
})

test('of several files, the broken one is named', async () => {
  const reading = articlesIn({ 'a.jsonl': GOOD, 'b.jsonl': `${GOOD}\n{` })
  await expect(reading).rejects.toThrow('b.jsonl, line 2, is no JSON')
})

test.each([
  ['Prodigy', '{"text":"EU","_input_hash":1,"spans":[],"label":[]}'],
  ['spaCy', '{"text":"EU","entities":[{"start":0,"end":2,"label":"ORG"}]}'],
  ['jsonl of Assay', '{"id":"01900000-0000-7000-8000-000000000000","title":"","text":"EU","annotations":[]}'],
  ['a list of names', '["a","b"]'],
  ['nothing', ''],
])('%s is not taken for it', (_, content) => {
  expect(reader.recognises([givenFile('a.jsonl', content)])).toBe(false)
})
