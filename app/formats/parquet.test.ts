import fc from 'fast-check'
import {
  type FileMetaData,
  parquetMetadata,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { annotatorNames } from '../model/annotator.ts'
import type { AnnotatedArticle, Corpus } from './corpus.ts'
import type { GivenFile } from './format.ts'
import { namesOf, rowOf } from './parquet/rows.ts'
import { parquet } from './parquet.ts'
import { anyCorpus, CODEBOOK, claimsIn, corpusOf } from './test/corpora.ts'
import { filesOf, OPTIONS } from './test/round-trip.ts'

const PARTITION = { ...OPTIONS, partition: true }

const bufferOf = ({ bytes }: GivenFile): ArrayBuffer => Uint8Array.from(bytes).buffer
const rowsIn = (file: GivenFile | undefined) =>
  file ? parquetReadObjects({ file: bufferOf(file) }) : expect.fail('no file')

const one = (text: string, language = 'en'): AnnotatedArticle => {
  const [article] = claimsIn(text, [{ start: 0, end: text.length }]).articles
  if (!article) return expect.fail()
  return { ...article, article: { ...article.article, language } }
}

test('a row is an article, with offsets in code points and times as times', async () => {
  const article = one('😀 One.')
  const [file, card] = await filesOf(parquet, corpusOf([article]))
  expect([file?.path, card?.path]).toEqual(['data/train.parquet', 'README.md'])
  expect(await rowsIn(file)).toEqual([
    {
      ...{ id: article.article.id, title: 'T', source: null, author: null, url: null },
      ...{ published: null, published_at: null, language: 'en', text: '😀 One.' },
      imported: new Date('2026-11-24T00:00:00.000Z'),
      sentences: [{ start: 0, end: 6, reviewed: true }],
      annotations: [
        {
          ...{ id: '01900000-0000-7000-8000-000000000000', start: 0, end: 6 },
          ...{ label: 'Claim', label_id: 'claim', note: '', attributes: [] },
          ...{ annotator: 'Anna (0000a1)', annotator_id: '01900000-0000-7000-8000-0000000000a1' },
          ...{ created: new Date('2026-11-24T00:00:00.000Z'), updated: new Date('2026-11-24T00:00:00.000Z') },
        },
      ],
      reviews: [],
    },
  ])
})

test.each([
  ['2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T10:00:00+02:00', '2026-11-24T08:00:00.000Z'],
  ['2026-11-24T10:00', '2026-11-24T10:00:00.000Z'],
  ['last Tuesday', undefined],
  ['2026-13-01', undefined],
])('published on %s is the moment %s', async (published, moment) => {
  const article = one('One.')
  const [file] = await filesOf(
    parquet,
    corpusOf([{ ...article, article: { ...article.article, published } }]),
  )
  const [row] = await rowsIn(file)
  expect(row).toMatchObject({ published, published_at: moment === undefined ? null : new Date(moment) })
})

test('all that an article has is in its row', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      const [file] = await filesOf(parquet, corpus)
      const names = namesOf(corpus.codebook, annotatorNames(corpus.annotators))
      expect(await rowsIn(file)).toEqual([...corpus.articles].map(article => formed(rowOf(article, names))))
    }),
    { numRuns: 40 },
  )
})

/** As UTF-8 gives strings back. */
function formed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(formed)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, formed(one)]))
}

test('many articles are written in row groups, one after the other', async () => {
  const articles = Array.from({ length: 30 }, (_, index) => one(`${index} ${'word '.repeat(20_000)}.`))
  const [file] = await filesOf(parquet, corpusOf(articles))
  const { row_groups, num_rows } = metadataOf(file)
  expect(num_rows).toBe(30n)
  expect(row_groups.length).toBeGreaterThan(2)
  expect((await rowsIn(file)).map(row => row.text)).toEqual(articles.map(article => article.text))
})

const metadataOf = (file: GivenFile | undefined): FileMetaData =>
  file ? parquetMetadata(bufferOf(file)) : expect.fail('no file')

describe('by language', () => {
  test('there is a folder for each, a configuration for each, and no column', async () => {
    const files = await filesOf(
      parquet,
      corpusOf([one('One.', 'en'), one('Два.', 'uk'), one('Three.', 'en'), one('4', '')]),
      PARTITION,
    )
    expect(files.map(file => file.path)).toEqual([
      'data/language=__HIVE_DEFAULT_PARTITION__/train-00000-of-00003.parquet',
      'data/language=en/train-00001-of-00003.parquet',
      'data/language=uk/train-00002-of-00003.parquet',
      'README.md',
    ])
    expect((await rowsIn(files[1])).map(row => [row.text, 'language' in row])).toEqual([
      ['One.', false],
      ['Three.', false],
    ])
    expect(files[3]?.text()).toContain(
      '- config_name: "uk"\n  data_files:\n  - split: train\n    path: "data/language=uk/train-00002-of-00003.parquet"\n',
    )
  })

  test('a language is no path, whatever is written there', async () => {
    const files = await filesOf(
      parquet,
      corpusOf([one('One.', '../../x*"'), one('Two.', 'C:\\é')]),
      PARTITION,
    )
    expect(files.map(file => file.path)).toEqual([
      'data/language=%2E%2E%2F%2E%2E%2Fx%2A%22/train-00000-of-00002.parquet',
      'data/language=C%3A%5C%C3%A9/train-00001-of-00002.parquet',
      'README.md',
    ])
  })
})

describe('the card', () => {
  const cardOf = async (corpus: Corpus, options = OPTIONS) =>
    (await filesOf(parquet, corpus, options)).at(-1)?.text() ?? ''

  test('says what the hub asks for', async () => {
    const head = (await cardOf(corpusOf([one('One.', 'en-GB'), one('Два.', 'uk')]))).split('---\n')[1]
    expect(head).toMatch(
      /^pretty_name: "News & “views” <2026>"\nlanguage:\n- "en"\n- "uk"\nlicense: unknown\ntask_categories:\n- token-classification\n- text-classification\nsize_categories:\n- n<1K\ntags:\n/,
    )
    expect(head).toContain('  - name: train\n    num_bytes: ')
    expect(head).toContain('    num_examples: 2\n')
  })

  test('names the features that the file has', async () => {
    const [file, card] = await filesOf(parquet, claimsIn('One.', []))
    const features = card?.text().split('  features:\n')[1]?.split('  splits:\n')[0]
    expect(features).toBe(featuresOf(parquetSchema(metadataOf(file)), '  '))
  })

  test('says what the codebook says, as text', async () => {
    const book = {
      ...CODEBOOK,
      labels: CODEBOOK.labels.slice(0, 1).map(label => ({
        ...label,
        definition: '# Not a heading\n<script>alert(1)</script> [x](javascript:y) `code`',
      })),
    }
    const card = await cardOf(corpusOf([], book))
    expect(card).toContain('### Fact\n\n`label_id`: `fact`\n\nSo \\& not otherwise\n\n')
    expect(card).toContain(
      '\\# Not a heading \\<script\\>alert(1)\\</script\\> \\[x\\](javascript\\:y) \\`code\\`',
    )
    expect(card).toContain('### Verdict\n\n`attribute_id`: `verdict`, choice, of `claim`, `causal-claim`')
  })
})

/** What a card has to say of the children of a node of a schema. */
const featuresOf = ({ children }: SchemaTree, indent: string): string =>
  children
    .map(child => {
      const { name, type, logical_type } = child.element
      const [struct] = child.children[0]?.children ?? []
      const kind = { BYTE_ARRAY: 'string', INT32: 'int32', BOOLEAN: 'bool' }[String(type)]
      const dtype = logical_type?.type === 'TIMESTAMP' ? '"timestamp[ms, tz=UTC]"' : kind
      return struct
        ? `${indent}- name: ${name}\n${indent}  list:\n${featuresOf(struct, `${indent}  `)}`
        : `${indent}- name: ${name}\n${indent}  dtype: ${dtype}\n`
    })
    .join('')
