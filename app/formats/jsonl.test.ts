import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Range } from '../text/range.ts'
import { jsonl } from './jsonl.ts'
import { anyCorpus, claimsIn } from './test/corpora.ts'
import { givenFile, textOf } from './test/round-trip.ts'

test('an article is a line, with offsets in code points', async () => {
  const line = JSON.parse(await textOf(jsonl, claimsIn('😀 One. Two.', [{ start: 3, end: 7 }])))
  expect(line).toMatchObject({ title: 'T', language: 'en', text: '😀 One. Two.', reviewed: [1] })
  expect(line.sentences).toEqual([
    { start: 0, end: 6 },
    { start: 7, end: 11 },
  ])
  expect(line.annotations).toMatchObject([
    { start: 2, end: 6, text: 'One.', label: 'claim', annotator: 'Anna (0000a1)', attributes: {}, note: '' },
  ])
})

test('every range cuts its own text out of the text, as programs count that count code points', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      const lines = (await textOf(jsonl, corpus)).trimEnd().split('\n')
      const articles = [...corpus.articles]
      for (const [index, json] of lines.entries()) {
        const line = JSON.parse(json)
        const points = [...line.text]
        const slice = ({ start, end }: Range) => points.slice(start, end).join('')
        expect(line.text).toBe(articles[index]?.text)
        expect(line.annotations.map(slice)).toEqual(line.annotations.map((one: { text: string }) => one.text))
      }
    }),
  )
})

test('a line with only a text is an article; one that is broken is named', () => {
  const read = (text: string) => {
    const corpus = jsonl.read?.read([givenFile('x.jsonl', text)])
    return corpus && 'articles' in corpus ? [...corpus.articles] : []
  }
  expect(read('{"text":"One."}')).toMatchObject([{ text: 'One.', annotations: [], reviews: [] }])
  expect(() => read('{"text":"One."}\n{"text":')).toThrow('Line 2 is no JSON')
  expect(() => read('\n{"text":5}')).toThrow('Line 2 is not as this format has it (text')
})

test('a line is known as ours however it is set, and what other tools write is not', async () => {
  const recognises = (line: object, indent = '') =>
    jsonl.read?.recognises([
      givenFile('x.jsonl', `${JSON.stringify(line).replaceAll('":', `":${indent}`)}\n`),
    ])
  const ours = JSON.parse(await textOf(jsonl, claimsIn('One. Two.', [{ start: 0, end: 4 }])))
  for (const indent of ['', ' ']) {
    expect(recognises(ours, indent)).toBe(true)
    expect(recognises({ text: 'One.', annotations: [{ start: 0, end: 4, label: 'claim' }] }, indent)).toBe(
      true,
    )
    expect(recognises({ ...ours, annotations: [] }, indent)).toBe(true)
    // doccano, as it was before its second version; Prodigy; Label Studio.
    const doccano = [{ label: 1, start_offset: 0, end_offset: 4, user: 1 }]
    expect(recognises({ id: 1, text: 'One.', annotations: doccano, meta: {} }, indent)).toBe(false)
    expect(recognises({ id: 1, text: 'One.', annotations: [], meta: {} }, indent)).toBe(false)
    expect(recognises({ text: 'One.', spans: [{ start: 0, end: 4, label: 'claim' }] }, indent)).toBe(false)
    expect(recognises({ id: 1, data: { text: 'One.' }, annotations: [{ result: [] }] }, indent)).toBe(false)
  }
})
