import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shipped from '../../resources/codebook.json' with { type: 'json' }
import type { Annotation } from '../model/annotation.ts'
import { Codebook } from '../model/codebook.ts'
import { AnnotationId, AnnotatorId, ArticleId, AttributeId, LabelId, ProjectId } from '../model/ids.ts'
import { readableText } from '../test/texts.ts'
import { normalise } from '../text/normalise.ts'
import type { Range } from '../text/range.ts'
import { segment } from '../text/segmentation/segment.ts'
import type { AnnotatedArticle, Corpus } from './corpus.ts'
import { csv } from './csv.ts'
import { formats } from './index.ts'
import { jsonl } from './jsonl.ts'

const ANNA = AnnotatorId.parse('01900000-0000-7000-8000-0000000000a1')
const NOW = '2026-11-24T00:00:00.000Z'
const codebook = Codebook.parse(shipped)

function article(given: string, spans: readonly (Range & { note?: string })[] = []): AnnotatedArticle {
  const text = normalise(given)
  const id = ArticleId.parse('ba7816bf-8f01-8fea-8141-40de5dae2223')
  const annotations = spans.map(
    ({ note = '', ...range }, index): Annotation => ({
      id: AnnotationId.parse(`01900000-0000-7000-8000-${String(index).padStart(12, '0')}`),
      article: id,
      annotator: ANNA,
      label: LabelId.parse('claim'),
      ...range,
      mentions: {},
      attributes: { [AttributeId.parse('verdict')]: 'refuted' },
      note,
      created: NOW,
      updated: NOW,
    }),
  )
  const metadata = { title: 'T', source: 'S', author: 'A', url: '', published: '2026-01-02', language: 'en' }
  return {
    article: { id, ...metadata, origin: null, imported: NOW, importedBy: ANNA },
    text,
    sentences: segment(text, 'en'),
    annotations,
    reviews: [],
  }
}

const corpus = (...articles: AnnotatedArticle[]): Corpus => ({
  project: { id: ProjectId.parse('01900000-0000-7000-8000-0000000000b1'), name: 'P', created: NOW },
  codebook,
  annotators: [{ id: ANNA, name: 'Anna' }],
  articles,
})

const written = (format: typeof jsonl, one: Corpus, raw = false) => [...format.write(one, { raw })].join('')
const rows = (one: Corpus, raw = false): Record<string, string>[] =>
  parse(written(csv, one, raw), { columns: true })

/** A text with a range for each of its sentences, and one across its first two. */
const annotated = readableText.map(text => {
  const sentences = segment(normalise(text), 'en')
  const [first, second] = sentences
  const across = first && second ? [{ start: first.start, end: second.end }] : []
  return article(text, [...sentences, ...across])
})

describe('jsonl', () => {
  test('has an article a line, with offsets in code points', () => {
    const one = article('😀 One. Two.', [{ start: 3, end: 7, note: 'n' }])
    const line = JSON.parse(written(jsonl, corpus(one)))
    expect(line).toMatchObject({
      id: one.article.id,
      title: 'T',
      source: 'S',
      author: 'A',
      url: '',
      published: '2026-01-02',
      language: 'en',
      text: '😀 One. Two.',
    })
    expect(line.sentences).toEqual([
      { start: 0, end: 6 },
      { start: 7, end: 11 },
    ])
    expect(line.annotations).toEqual([
      {
        id: one.annotations[0]?.id,
        start: 2,
        end: 6,
        text: 'One.',
        label: 'claim',
        annotator: 'Anna',
        attributes: { verdict: 'refuted' },
        note: 'n',
        created: NOW,
        updated: NOW,
      },
    ])
    expect(line.reviewed).toEqual([1])
  })

  test('read back gives every range its own text', () => {
    fc.assert(
      fc.property(annotated, one => {
        const line = JSON.parse(written(jsonl, corpus(one)))
        const points = [...line.text]
        const slice = ({ start, end }: Range) => points.slice(start, end).join('')
        expect(line.text).toBe(one.text)
        expect(line.sentences.map(slice)).toEqual(
          one.sentences.map(range => one.text.slice(range.start, range.end)),
        )
        expect(line.annotations.map(slice)).toEqual(
          line.annotations.map((annotation: { text: string }) => annotation.text),
        )
        expect(line.annotations).toHaveLength(one.annotations.length)
      }),
    )
  })
})

describe('csv', () => {
  test('has the columns of the contract, then one for each attribute', () => {
    expect(written(csv, corpus()).trimEnd().split(',')).toEqual([
      ...[
        'article_id',
        'title',
        'source',
        'published',
        'sentence',
        'start',
        'end',
        'text',
        'annotator',
        'label',
      ],
      ...['note', 'created', 'updated', 'attributed-to', 'evidence-url', 'verdict', 'deadline'],
    ])
  })

  test('has a row for each sentence and annotation, and for sentences without one', () => {
    const one = article('One. Two. Three.', [{ start: 5, end: 9 }])
    expect(
      rows(corpus(one)).map(row => [
        row.sentence,
        row.start,
        row.end,
        row.text,
        row.label,
        row.annotator,
        row.verdict,
      ]),
    ).toEqual([
      ['1', '0', '4', 'One.', '', '', ''],
      ['2', '5', '9', 'Two.', 'claim', 'Anna', 'refuted'],
      ['3', '10', '16', 'Three.', '', '', ''],
    ])
  })

  test('gives an annotation across sentences a row in each', () => {
    const one = article('One. Two.', [{ start: 2, end: 7 }])
    expect(rows(corpus(one)).map(row => row.text)).toEqual(['e.', 'Tw'])
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=cmd|x'])(
    'a cell that a spreadsheet would run is neutralised: %j',
    cell => {
      const one = article('One.', [{ start: 0, end: 4, note: cell }])
      expect(rows(corpus(one))[0]?.note).toBe(`'${cell}`)
      expect(rows(corpus(one), true)[0]?.note).toBe(cell)
    },
  )

  test('ends its rows with CRLF, and quotes what has a newline', () => {
    const one = article('One.', [{ start: 0, end: 4, note: 'a\nb\rc' }])
    expect(written(csv, corpus(one))).toContain('"a\nb\rc"')
    expect(written(csv, corpus(one)).endsWith('\r\n')).toBe(true)
  })

  test('read back gives every cell as it was', () => {
    fc.assert(
      fc.property(annotated, one => {
        const back = rows(corpus(one), true)
        const points = [...one.text]
        for (const row of back)
          expect(row.text).toBe(points.slice(Number(row.start), Number(row.end)).join(''))
        expect(new Set(back.map(row => Number(row.sentence))).size).toBe(one.sentences.length)
      }),
    )
  })
})

test('two annotators of one name are told apart', () => {
  const other = AnnotatorId.parse('01900000-0000-7000-8000-0000000000a2')
  const both = {
    ...corpus(article('One.', [{ start: 0, end: 4 }])),
    annotators: [
      { id: ANNA, name: 'Anna' },
      { id: other, name: 'Anna' },
    ],
  }
  expect(JSON.parse(written(jsonl, both)).annotations[0].annotator).toBe('Anna (0000a1)')
})

test('every format has an id, a name and an ending of its own', () => {
  for (const key of ['id', 'name'] as const)
    expect(new Set(formats.map(format => format[key])).size).toBe(formats.length)
})
