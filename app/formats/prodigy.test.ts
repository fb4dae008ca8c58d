import { expect, test } from 'vitest'
import { Refusal } from '../failure.ts'
import { prodigy } from './prodigy.ts'
import type { ReadArticle } from './read-corpus.ts'
import { claimsIn } from './test/corpora.ts'
import { givenFile, textOf } from './test/round-trip.ts'

const reader = prodigy.read ?? expect.fail()

async function articlesIn(...tasks: readonly (object | string)[]): Promise<ReadArticle[]> {
  const lines = tasks.map(task => (typeof task === 'string' ? task : JSON.stringify(task)))
  const files = [givenFile('db-out.jsonl', `${lines.join('\n')}\n`)]
  expect(reader.recognises(files)).toBe(true)
  return [...(await reader.read(files)).articles]
}

const NER = {
  text: 'Have you used the new version of my model?',
  spans: [{ start: 36, end: 41, token_start: 8, token_end: 8, label: 'SKILL' }],
  _input_hash: 1798863398,
  _task_hash: 1273875979,
  tokens: [{ text: 'Have', start: 0, end: 4, id: 0 }],
  _session_id: null,
  _view_id: 'ner_manual',
  answer: 'accept',
}

test('a task has the text, its tokens and the spans in code points, with the tokens that they cover', async () => {
  const task = JSON.parse(await textOf(prodigy, claimsIn('😀 One e\u0301. Two.', [{ start: 3, end: 8 }])))
  expect(task).toEqual({
    text: '😀 One e\u0301. Two.',
    meta: { title: 'T', language: 'en', id: expect.any(String) },
    _input_hash: expect.any(Number),
    _task_hash: expect.any(Number),
    tokens: [
      { text: '😀', start: 0, end: 1, id: 0, ws: true },
      { text: 'One', start: 2, end: 5, id: 1, ws: true },
      { text: 'e', start: 6, end: 7, id: 2, ws: false },
      { text: '\u0301', start: 7, end: 8, id: 3, ws: false },
      { text: '.', start: 8, end: 9, id: 4, ws: true },
      { text: 'Two', start: 10, end: 13, id: 5, ws: false },
      { text: '.', start: 13, end: 14, id: 6, ws: false },
    ],
    _view_id: 'spans_manual',
    spans: [
      {
        ...{ start: 2, end: 7, token_start: 1, token_end: 2, label: 'Claim' },
        assay: {
          ...{ id: '01900000-0000-7000-8000-000000000000', label: 'claim' },
          ...{ attributes: {}, mentions: {}, note: '' },
          ...{ created: '2026-11-24T00:00:00.000Z', updated: '2026-11-24T00:00:00.000Z' },
        },
      },
    ],
    answer: 'accept',
    _timestamp: 1795478400,
    _annotator_id: 'Anna (0000a1)',
    _session_id: 'Anna (0000a1)',
    assay: {
      annotator: '01900000-0000-7000-8000-0000000000a1',
      sentences: [{ start: 0, end: 14 }],
      reviews: [],
    },
  })
})

test('an article that nobody has read is ignored, so that it teaches no model that there is nothing', async () => {
  const task = JSON.parse(await textOf(prodigy, claimsIn('One.', [])))
  expect(task).toMatchObject({ spans: [], answer: 'ignore', _annotator_id: null })
})

test('a task of ner_manual comes in, and says that the text has been read', async () => {
  expect(await articlesIn(NER)).toEqual([
    {
      text: NER.text,
      metadata: {},
      annotations: [{ start: 36, end: 41, label: 'SKILL', annotator: undefined, annotatorId: undefined }],
      reviews: [{ start: 0, end: 42, judgement: 'read', annotator: undefined, annotatorId: undefined }],
    },
  ])
})

test('answers of several annotators to one text make one article', async () => {
  const [article, ...others] = await articlesIn(
    { ...NER, _annotator_id: 'news-anna' },
    {
      text: 'Another.',
      spans: [],
      answer: 'accept',
      _session_id: '2023-07-25_14-50-21',
      _view_id: 'ner_manual',
    },
    { ...NER, spans: [], _annotator_id: 'news-ben' },
  )
  expect(article?.annotations?.map(one => one.annotator)).toEqual(['news-anna'])
  expect(article?.reviews?.map(one => one.annotator)).toEqual(['news-anna', 'news-ben'])
  expect(others.map(one => one.reviews?.[0]?.annotator)).toEqual([undefined])
})

test('what was rejected or ignored is not annotated, and what was ignored could not be judged', async () => {
  const [rejected, ignored] = await articlesIn(
    { ...NER, answer: 'reject' },
    { ...NER, text: 'So it is with the new version of my model.', answer: 'ignore' },
  )
  expect([rejected?.annotations, ignored?.annotations]).toEqual([[], []])
  expect(rejected?.reviews?.[0]?.judgement).toBe('read')
  expect(ignored?.reviews?.[0]?.judgement).toBe('cannot-judge')
})

test('a label of text classification is about the whole text', async () => {
  const [binary, choice] = await articlesIn(
    {
      ...{ text: 'Google buys 😀', label: 'BUSINESS', answer: 'accept', _view_id: 'classification' },
      ...{ meta: { source: 'NYT', score: 0.5 }, spans: [{ start: 0, end: 6, label: 'HINT' }] },
    },
    {
      ...{ text: 'Rates rise', accept: ['ECONOMY', 2], answer: 'accept', _view_id: 'choice' },
      options: [{ id: 'ECONOMY', text: 'Economy' }],
    },
  )
  expect(binary?.metadata).toEqual({ source: 'NYT' })
  expect(binary?.annotations).toMatchObject([{ start: 0, end: 14, label: 'BUSINESS' }])
  expect(choice?.annotations).toMatchObject([
    { start: 0, end: 10, label: 'ECONOMY' },
    { start: 0, end: 10, label: '2' },
  ])
})

test.each([
  ['no JSON', '{"text":', 'Line 2 is no JSON'],
  [
    'a span outside of the text',
    { ...NER, spans: [{ start: 36, end: 43, label: 'SKILL' }] },
    'Line 2 has an annotation from 36 to 43',
  ],
  [
    'an answer that Prodigy does not know',
    { ...NER, answer: 'yes' },
    'Line 2 is not as this format has it (answer',
  ],
  ['no text', { image: 'a.png', _view_id: 'image' }, 'Line 2 is not as this format has it (text'],
])('%s is refused by its line', async (_, broken, message) => {
  const reading = articlesIn(NER, broken)
  await expect(reading).rejects.toThrow(Refusal)
  await expect(reading).rejects.toThrow(message)
})

test.each([
  [
    'jsonl of Assay',
    '{"id":"01900000-0000-7000-8000-000000000000","title":"","text":"One.","annotations":[]}',
  ],
  ['doccano', '{"id": 1, "text": "EU rejects ...", "label": [[0,2,"ORG"]]}'],
  ['no JSON', 'text,label'],
  ['nothing', ''],
])('%s is not taken for it', (_, content) => {
  expect(reader.recognises([givenFile('a.jsonl', content)])).toBe(false)
})
