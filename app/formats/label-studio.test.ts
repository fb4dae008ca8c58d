import { expect, test } from 'vitest'
import { Refusal } from '../failure.ts'
import { AttributeId } from '../model/ids.ts'
import { attributeId, controlName } from './label-studio/config.ts'
import { labelStudio } from './label-studio.ts'
import { ANNA, claimsIn, corpusOf } from './test/corpora.ts'
import { givenFile, textOf } from './test/round-trip.ts'

const read = async (json: unknown, config?: string) => {
  const files = [givenFile('export.json', JSON.stringify(json))]
  if (config) files.push(givenFile('config.xml', config))
  const reader = labelStudio.read
  if (!reader?.recognises(files)) throw new Error('not recognised')
  const { labels, attributes, articles } = await reader.read(files)
  return { labels, attributes, articles: [...articles] }
}

const refusal = async (json: unknown): Promise<string> => {
  try {
    await read(json)
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.message
    throw thrown
  }
  return 'nothing was refused'
}

test('a task has its text in its data, and a region with offsets in code points', async () => {
  const corpus = claimsIn('😀 One. Two.', [{ start: 8, end: 12 }])
  const [task] = JSON.parse(await textOf(labelStudio, corpus, 'tasks.json'))
  expect(task.data).toMatchObject({ text: '😀 One. Two.', title: 'T', language: 'en' })
  expect(task.annotations).toMatchObject([
    {
      id: 1,
      was_cancelled: false,
      ground_truth: false,
      created_at: '2026-11-24T00:00:00.000Z',
      result: [
        {
          id: '01900000-0000-7000-8000-000000000000',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: { start: 7, end: 11, text: 'Two.', labels: ['claim'] },
          meta: { assay: { annotator: 'Anna (0000a1)', annotator_id: ANNA.id } },
        },
      ],
    },
  ])
  expect(task.predictions).toEqual([])
})

test('nobody is named in completed_by, for Label Studio refuses people who are no members', async () => {
  const json = await textOf(labelStudio, claimsIn('One.', [{ start: 0, end: 4 }]), 'tasks.json')
  expect(json).not.toContain('completed_by')
})

test('attributes are answers with the id of their region, in the type of their control', async () => {
  const corpus = claimsIn('One. Two.', [{ start: 0, end: 4 }])
  const [article] = corpus.articles
  const [one] = article?.annotations ?? []
  if (!article || !one) throw new Error('no annotation')
  const attributes = Object.fromEntries(
    Object.entries({
      verdict: 'supported',
      kinds: 'numerical | event',
      amount: '-3.5',
      deadline: '2026-12-31',
      testable: 'no',
      reason: 'Two\nlines',
    }).map(([id, value]) => [AttributeId.parse(id), value]),
  )
  const annotated = corpusOf([{ ...article, annotations: [{ ...one, attributes, note: 'Hm.' }] }])
  const [task] = JSON.parse(await textOf(labelStudio, annotated, 'tasks.json'))
  const [region, ...answers] = task.annotations[0].result
  expect(answers.map((answer: { id: string }) => answer.id)).toEqual(answers.map(() => region.id))
  expect(
    answers.map(({ from_name, type, value }: Record<string, object>) => [from_name, type, value]),
  ).toEqual([
    ['verdict', 'choices', { start: 0, end: 4, choices: ['supported'] }],
    ['kinds', 'choices', { start: 0, end: 4, choices: ['numerical', 'event'] }],
    ['amount', 'number', { start: 0, end: 4, number: -3.5 }],
    ['deadline', 'datetime', { start: 0, end: 4, datetime: '2026-12-31' }],
    ['testable', 'choices', { start: 0, end: 4, choices: ['no'] }],
    ['reason', 'textarea', { start: 0, end: 4, text: ['Two\nlines'] }],
    ['note', 'textarea', { start: 0, end: 4, text: ['Hm.'] }],
  ])
})

test('the configuration has labels with their ids as aliases, and a control for each attribute', async () => {
  const xml = await textOf(labelStudio, claimsIn('One.', []), 'labeling-config.xml')
  expect(xml).toMatch(/^<View>/)
  expect(xml).toContain('<Label value="Causal claim" alias="causal-claim" background="#1c6a96"/>')
  expect(xml).toContain('<Text name="text" value="$text" granularity="symbol"/>')
  expect(xml).toContain(
    `<View visibleWhen="region-selected" whenLabelValue="claim,causal-claim">
<Header value="Verdict" size="6"/>
<Choices name="verdict" toName="text" perRegion="true" whenLabelValue="claim,causal-claim" hint="What checking came to." choice="single">
<Choice value="supported"/>
<Choice value="not enough evidence"/>
<Choice value="a=b; c"/>
</Choices>
</View>`,
  )
  expect(xml).toContain('<Number name="amount" toName="text" perRegion="true"/>')
  expect(xml).toContain('<DateTime name="deadline" toName="text" perRegion="true" only="date"/>')
})

test('its own configuration gives labels and attributes back', async () => {
  const corpus = claimsIn('One.', [{ start: 0, end: 4 }])
  const xml = await textOf(labelStudio, corpus, 'labeling-config.xml')
  const { labels, attributes } = await read(JSON.parse(await textOf(labelStudio, corpus, 'tasks.json')), xml)
  expect(labels).toContainEqual({ id: 'claim', name: 'Claim', colour: 'orange', key: 'c' })
  expect(attributes.map(({ id, name, type, choices }) => [id, name, type, choices])).toEqual([
    ['attributed-to', 'Attributed to', 'text', []],
    ['reason', 'Reason', 'long-text', []],
    ['verdict', 'Verdict', 'choice', ['supported', 'not enough evidence', 'a=b; c']],
    ['kinds', 'Kinds', 'choices', ['numerical', 'event', 'in, fine']],
    ['amount', 'Amount', 'number', []],
    ['deadline', 'Deadline', 'date', []],
    ['testable', 'Testable', 'yes-no', []],
    ['evidence-url', 'Evidence', 'text', []],
    ['status', 'Status', 'long-text', []],
  ])
})

/** As Label Studio 1.x exports a task, with all its fields. */
const EXPORTED = {
  id: 87,
  annotations: [
    {
      id: 22,
      completed_by: { id: 1, email: 'anna@example.org', first_name: '', last_name: '' },
      result: [
        {
          value: { start: 0, end: 6, text: 'Dallas', labels: ['Team'] },
          id: 'qd1jIVAq1h',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          origin: 'manual',
        },
        {
          value: { start: 0, end: 6, text: ['282'] },
          id: 'qd1jIVAq1h',
          from_name: 'entity_id',
          to_name: 'text',
          type: 'textarea',
          origin: 'manual',
        },
        { from_id: 'qd1jIVAq1h', to_id: 'other', type: 'relation', direction: 'right' },
      ],
      was_cancelled: false,
      ground_truth: false,
      created_at: '2024-01-30T02:40:43.893565Z',
      updated_at: '2024-01-30T02:40:43.893578Z',
      lead_time: 8.65,
      prediction: {},
      result_count: 0,
    },
    { id: 23, completed_by: 2, result: [], was_cancelled: true },
  ],
  file_upload: 'example.json',
  drafts: [],
  predictions: [{ model_version: 'm', result: [{ type: 'labels', value: {} }] }],
  data: { text: 'Dallas is 7-1-2 in its past 10.' },
  meta: {},
  created_at: '2024-01-30T02:40:33.867975Z',
}

test('an export of Label Studio comes in, with answers as attributes, without predictions', async () => {
  const { articles } = await read([EXPORTED])
  expect(articles).toEqual([
    {
      text: 'Dallas is 7-1-2 in its past 10.',
      metadata: {},
      annotations: [
        {
          annotator: 'anna@example.org',
          created: '2024-01-30T02:40:43.893Z',
          updated: '2024-01-30T02:40:43.893Z',
          start: 0,
          end: 6,
          label: 'Team',
          attributes: { entity_id: '282' },
          mentions: {},
          note: '',
        },
      ],
      reviews: [],
    },
  ])
})

const task = (text: string, ...result: object[]) => [{ data: { text }, annotations: [{ result }] }]
const region = (start: number | string, end: number | string, text?: string) => ({
  type: 'labels',
  from_name: 'label',
  value: { start, end, text, labels: ['A'] },
})
const rangesOf = async (json: unknown) =>
  (await read(json)).articles.flatMap(one => (one.annotations ?? []).map(({ start, end }) => [start, end]))

test('where emoji come before a region, its quoted text tells which unit its version counted', async () => {
  expect(await rangesOf(task('💩This is an annotation.', region(12, 22, 'annotation')))).toEqual([[13, 23]])
  expect(await rangesOf(task('💩This is an annotation.', region(13, 23, 'annotation')))).toEqual([[13, 23]])
  expect(await rangesOf(task('💩One\nTwo.', region(4, 8, '\\nTwo')))).toEqual([[5, 9]])
  expect(await rangesOf(task('💩One\nTwo.', region(5, 9, '\\nTwo')))).toEqual([[5, 9]])
  expect(await rangesOf(task('💩One\nTwo.', region(5, 9, 'Two')))).toEqual([[5, 9]])
})

test('right-to-left text and combining marks are counted as they are stored', async () => {
  expect(await rangesOf(task('שלום e\u0301 ok', region(5, 7, 'e\u0301')))).toEqual([[5, 7]])
})

test('a choice for the whole text is its label', async () => {
  const { articles } = await read(
    task('Bad.', {
      type: 'choices',
      from_name: 'sentiment',
      value: { choices: ['Negative', ['Topic', 'Sports']] },
    }),
  )
  expect(articles[0]?.annotations?.map(({ start, end, label }) => [start, end, label])).toEqual([
    [0, 4, 'Negative'],
    [0, 4, 'Sports'],
  ])
})

test('JSON-MIN comes in, with the annotators of one task together', async () => {
  const record = (annotator: number, labels: string[]) => ({
    ner: 'Dallas is 7-1-2 in its past 10.',
    id: 5,
    label: [{ start: 0, end: 6, text: 'Dallas', labels }],
    sentiment: 'Positive',
    annotator,
    annotation_id: annotator,
    created_at: '2021-08-09T10:00:00.000000Z',
    updated_at: '2021-08-09T10:00:00.000000Z',
    lead_time: 3.2,
  })
  const { articles } = await read([record(1, ['Team']), record(2, ['City'])])
  expect(articles).toHaveLength(1)
  expect(articles[0]?.text).toBe('Dallas is 7-1-2 in its past 10.')
  expect(
    articles[0]?.annotations?.map(({ annotator, label, start, end }) => [annotator, label, start, end]),
  ).toEqual([
    ['user 1', 'Team', 0, 6],
    ['user 1', 'Positive', 0, 31],
    ['user 2', 'City', 0, 6],
    ['user 2', 'Positive', 0, 31],
  ])
})

test('the configuration says which field has the text', async () => {
  const config =
    '<View><Labels name="l" toName="t"><Label value="A"/></Labels><Text name="t" value="$body"/></View>'
  const json = [{ data: { text: 'no', body: 'One.' }, annotations: [{ result: [region(0, 4)] }] }]
  expect((await read(json, config)).articles[0]?.text).toBe('One.')
})

test('what is no plain text is refused, with the task that has it', async () => {
  expect(await refusal(task('x', region('/div[1]/p[1]/text()[1]', '/div[1]')))).toBe(
    'Task 1 of export.json has regions in HTML: only tasks of plain text can be read, with the tag Text in their labeling configuration.',
  )
  expect(await refusal(task('x', { type: 'rectanglelabels', value: { x: 1 } }))).toMatch(
    /^Task 1 of export\.json has results of type “rectanglelabels”/,
  )
  expect(await refusal(task('x', region(0.5, 1.5)))).toMatch(/^Task 1 .* regions without offsets/)
  expect(await refusal([{ data: { image: '/data/upload/1.png' }, annotations: [] }])).toMatch(
    /^Task 1 of export\.json has no text\./,
  )
})

test('a broken file is refused with the task that is broken', async () => {
  expect(await refusal([...task('One.', region(0, 4)), ...task('One.', region(2, 9))])).toMatch(
    /^Task 2 of export\.json has an annotation from 2 to 9, and its text has 4 characters/,
  )
  expect(await refusal([{ data: { text: 'x' }, annotations: [{ result: 'x' }] }])).toMatch(
    /^Task 1 of export\.json is not as this format has it \(annotations\.0\.result/,
  )
})

test('a control called __proto__ is a name like any other', async () => {
  const answer = {
    id: 'r',
    type: 'textarea',
    from_name: '__proto__',
    value: { start: 0, end: 3, text: ['x'] },
  }
  const { articles } = await read(task('One.', { ...region(0, 3), id: 'r' }, answer))
  expect(Object.keys(articles[0]?.annotations?.[0]?.attributes ?? {})).toEqual(['__proto__'])
  expect(Object.prototype).not.toHaveProperty('text')
})

test('files of other tools are left to them', () => {
  for (const content of ['{"id":1}', '[{"text":"x","label":[]}]', 'text', '[]'])
    expect(labelStudio.read?.recognises([givenFile('a.json', content)])).toBe(false)
  expect(labelStudio.read?.recognises([])).toBe(false)
})

test('a label that is retired stays in the configuration, as regions have it', async () => {
  const xml = await textOf(labelStudio, claimsIn('One.', []), 'labeling-config.xml')
  expect(xml).toContain('<Label value="Яскраво, “so to say” &lt;&amp;&gt;" alias="яскраво"')
})

test('a note stands in a field of its own, and notes of other projects are read from where they are', async () => {
  const xml = await textOf(labelStudio, claimsIn('One.', []), 'labeling-config.xml')
  expect(xml).toContain(
    '<TextArea name="note" toName="text" perRegion="true" rows="4" maxSubmissions="1" editable="true"/>',
  )
  const { articles } = await read(
    task(
      'One.',
      { ...region(0, 3), id: 'r', meta: { text: ['Hm.'] } },
      {
        ...{ id: 'r', type: 'textarea', from_name: 'note', value: { start: 0, end: 3, text: ['Oh.'] } },
        meta: { text: ['Hm.'] },
      },
    ),
  )
  expect(articles[0]?.annotations).toMatchObject([{ note: 'Hm.\nOh.', attributes: {} }])
})

test('an attribute called as a field of the data has a control that is not', async () => {
  expect(controlName(AttributeId.parse('source'))).toBe('_source')
  expect(attributeId('_source')).toBe('source')
  expect(controlName(AttributeId.parse('verdict'))).toBe('verdict')
})

test('the choices of a classification are labels of its configuration', async () => {
  const config = `<!-- {"data": {}} -->
<View>
  <Text name="text" value="$review"/>
  <Choices name="sentiment" toName="text"><Choice value="Positive"/><Choice value="Negative" alias="neg"/></Choices>
</View>`
  const exported = { id: 1, data: { review: 'Bad.' }, annotations: [{ result: [sentiment('neg')] }] }
  const { labels, articles } = await read(exported, config)
  expect(labels).toEqual([
    { id: 'Positive', name: 'Positive' },
    { id: 'neg', name: 'Negative' },
  ])
  expect(articles[0]?.annotations).toMatchObject([{ start: 0, end: 4, label: 'neg' }])
})

const sentiment = (choice: string) => ({
  ...{ id: 'c1', type: 'choices', from_name: 'sentiment', to_name: 'text' },
  value: { choices: [choice] },
})

test('what lies beside the tasks in a folder is left alone', async () => {
  const files = [
    givenFile('labeling-config.xml', '<View/>'),
    givenFile('manifest.json', '{"format":"label-studio"}'),
    givenFile('tasks.json', JSON.stringify(task('One.', region(0, 3)))),
  ]
  expect(labelStudio.read?.recognises(files)).toBe(true)
  const corpus = await labelStudio.read?.read(files)
  expect([...(corpus?.articles ?? [])]).toHaveLength(1)
})
