/** Corpora for property tests of formats: small, and full of what breaks offsets and files elsewhere. */
import fc from 'fast-check'
import type { Annotation } from '../../model/annotation.ts'
import type { Annotator } from '../../model/annotator.ts'
import { articleId } from '../../model/article.ts'
import { attribute } from '../../model/attribute.ts'
import { attributesOf, type Codebook } from '../../model/codebook.ts'
import { AnnotationId, AnnotatorId, AttributeId, LabelId, ProjectId } from '../../model/ids.ts'
import { label } from '../../model/label.ts'
import type { Review } from '../../model/review.ts'
import { readableText } from '../../test/texts.ts'
import { normalise } from '../../text/normalise.ts'
import type { Range } from '../../text/range.ts'
import { segment } from '../../text/segmentation/segment.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'

export const ANNA: Annotator = {
  id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000a1'),
  name: 'Anna',
}
/** Two people of one name. */
const BORYS = { id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000a2'), name: 'Борис "B" O’Neil' }
const OTHER_ANNA = { id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000a3'), name: 'Anna' }
const ANNOTATORS = [ANNA, BORYS, OTHER_ANNA]

const [FACT, CLAIM, CAUSAL, VIVID] = ['fact', 'claim', 'causal-claim', 'яскраво'].map(id =>
  LabelId.parse(id),
) as [LabelId, LabelId, LabelId, LabelId]

/** Labels of which one is a kind of another, one is not exclusive, one retired; an attribute of every type. */
export const CODEBOOK: Codebook = {
  labels: [
    label({
      id: FACT,
      name: 'Fact',
      summary: 'So & not otherwise',
      definition: 'Line one <b>.\nLine two, "quoted".',
      inclusion: 'Checked.',
      exclusion: 'Hearsay.',
      examples: ['It rained.'],
      counterexamples: ['It may rain.'],
      colour: 'blue',
      key: 'f',
      exclusive: true,
      position: 0,
    }),
    label({ id: CLAIM, name: 'Claim', colour: 'orange', key: 'c', exclusive: true, position: 1 }),
    label({ id: CAUSAL, name: 'Causal claim', colour: 'sky', parent: CLAIM, exclusive: true, position: 2 }),
    label({ id: VIVID, name: 'Яскраво, “so to say” <&>', retired: true, position: 3 }),
  ],
  attributes: [
    attribute({ id: AttributeId.parse('attributed-to'), name: 'Attributed to', type: 'name', position: 0 }),
    attribute({ id: AttributeId.parse('reason'), name: 'Reason', type: 'long-text', position: 1 }),
    attribute({
      id: AttributeId.parse('verdict'),
      name: 'Verdict',
      definition: 'What checking came to.',
      type: 'choice',
      choices: ['supported', 'not enough evidence', 'a=b; c'],
      labels: [CLAIM, CAUSAL],
      required: true,
      position: 2,
    }),
    attribute({
      id: AttributeId.parse('kinds'),
      name: 'Kinds',
      type: 'choices',
      choices: ['numerical', 'event', 'in, fine'],
      condition: { attribute: AttributeId.parse('verdict'), values: ['supported'] },
      position: 3,
    }),
    attribute({ id: AttributeId.parse('amount'), name: 'Amount', type: 'number', position: 4 }),
    attribute({ id: AttributeId.parse('deadline'), name: 'Deadline', type: 'date', position: 5 }),
    attribute({
      id: AttributeId.parse('testable'),
      name: 'Testable',
      type: 'yes-no',
      preset: 'yes',
      position: 6,
    }),
    attribute({ id: AttributeId.parse('evidence-url'), name: 'Evidence', type: 'url', position: 7 }),
    attribute({
      id: AttributeId.parse('status'),
      name: 'Status',
      type: 'status-history',
      choices: ['open', 'partly kept'],
      position: 8,
    }),
  ],
}

const anyValue: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'attributed-to': fc.constantFrom('Ms. Oakes', 'O’Neil & Sons', 'Міністерство'),
  reason: fc.constantFrom('plain', 'two\nlines', 'tab\there', '"q", a=b; |c| \\ ]]> &amp; <i>', '=1+1'),
  verdict: fc.constantFrom('supported', 'not enough evidence', 'a=b; c'),
  kinds: fc.constantFrom('numerical', 'numerical | in, fine', 'event | numerical'),
  amount: fc.constantFrom('0', '-3.5', '1200', '1e+21'),
  deadline: fc.constantFrom('2026-12-31', '0999-01-01'),
  testable: fc.constantFrom('yes', 'no'),
  'evidence-url': fc.constantFrom('https://example.org/a?b=1&c="2"'),
  status: fc.constantFrom('2026-01-01 open', '2026-01-01 open\n2026-02-03 partly kept https://example.org/x'),
}

const TIMES = ['2026-11-24T00:00:00.000Z', '1999-12-31T23:59:59.999Z', '2026-11-25T10:20:30.456Z']

const line = fc
  .constantFrom(
    'A title',
    'Заголовок 😀 e\u0301',
    '=HYPERLINK("x")',
    'عنوان <b>&amp;</b>',
    'a, "b"; c\\d',
    'T\u200dZ | #1',
  )
  .map(one => one.trim())

const lineOrNone = fc.oneof(fc.constant(''), line)

const metadata = fc.record({
  title: line,
  source: lineOrNone,
  author: lineOrNone,
  url: fc.constantFrom('', 'https://example.org/a?b=c&d=é'),
  published: fc.constantFrom('', '2026-11-24', '2026-11-24T10:00:00+02:00'),
  language: fc.constantFrom('', 'en', 'uk', 'ar', 'zh-Hant'),
})

const freeText = fc.constantFrom(
  '',
  'A note.',
  'Two\nlines, "quoted"; a=b',
  'tab\t| # <x> &amp; ]]>',
  'емо 😀 e\u0301 ע',
  '=1+1',
  '\\n \\',
)

/** A hexadecimal digest of a text; not SHA-256, but another one for another text, which is all that is needed here. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193]
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x1000193) >>> 0
    b = (Math.imul(b, 31) + text.charCodeAt(index)) >>> 0
  }
  return [a, b, a ^ b, text.length]
    .map(part => (part >>> 0).toString(16).padStart(8, '0'))
    .join('')
    .padEnd(64, '0')
}

/** A range of whole characters of a text. */
const rangeIn = (text: string): fc.Arbitrary<Range> =>
  fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 })).map(([one, other]) => {
    const start = whole(text, Math.min(one, other))
    const end = Math.max(one, other) + 1
    return { start, end: whole(text, end) === end ? end : end + 1 }
  })

/** An offset, moved to the beginning of the surrogate pair that it would divide. */
function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}

const judgement = fc.constantFrom('read', 'cannot-judge') as fc.Arbitrary<Review['judgement']>

function annotatedArticle(text: string, number: number): fc.Arbitrary<AnnotatedArticle> {
  const id = articleId(digest(text))
  const sentences = segment(text, 'en')
  const range = fc.oneof(fc.constantFrom(...sentences), rangeIn(text))
  const annotation = fc
    .record({
      ...{ range, label: fc.constantFrom(FACT, CLAIM, CAUSAL, VIVID), by: fc.constantFrom(...ANNOTATORS) },
      ...{ note: freeText, created: fc.constantFrom(...TIMES), updated: fc.constantFrom(...TIMES) },
      ...{
        values: fc.record(anyValue, { requiredKeys: [] }),
        mention: fc.option(rangeIn(text), { freq: 3 }),
      },
    })
    .map(({ range, label, by, note, created, updated, values, mention }) => {
      const borne = new Set<string>(attributesOf(CODEBOOK, label).map(one => one.id))
      const attributes = Object.fromEntries(
        Object.entries(values).flatMap(([key, value]) => (borne.has(key) && value ? [[key, value]] : [])),
      )
      const mentions = mention && 'attributed-to' in attributes ? { 'attributed-to': mention } : {}
      return {
        ...{ article: id, annotator: by.id, label, ...range },
        attributes,
        mentions,
        note,
        codebook: '',
        created,
        updated,
      }
    })
  return fc
    .record({
      metadata,
      drafts: fc.uniqueArray(annotation, {
        maxLength: 6,
        selector: one => [one.start, one.end, one.label, one.annotator].join(),
      }),
      reviews: fc.uniqueArray(
        fc.record({ sentence: fc.constantFrom(...sentences), by: fc.constantFrom(...ANNOTATORS), judgement }),
        { maxLength: 3, selector: one => `${one.sentence.start} ${one.by.id}` },
      ),
    })
    .map(({ metadata, drafts, reviews }) => ({
      article: {
        ...{ id, ...metadata },
        ...{ origin: null, imported: TIMES[0] ?? '', importedBy: ANNA.id },
      },
      text,
      sentences,
      annotations: drafts
        .map((draft, index): Annotation => ({ id: annotationId(number, index), ...draft }))
        .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)),
      reviews: reviews
        .map(
          ({ sentence, by, judgement }): Review => ({
            ...{ article: id, annotator: by.id, start: sentence.start, end: sentence.end },
            ...{ judgement, at: TIMES[1] ?? '' },
          }),
        )
        .sort((a, b) => a.start - b.start || (a.annotator < b.annotator ? -1 : 1)),
    }))
}

const annotationId = (article: number, index: number) =>
  AnnotationId.parse(
    `01900000-0000-7000-8000-${String(article).padStart(6, '0')}${String(index).padStart(6, '0')}`,
  )

/** A corpus of these articles. */
export const corpusOf = (articles: readonly AnnotatedArticle[], codebook = CODEBOOK): Corpus => ({
  project: {
    id: ProjectId.parse('01900000-0000-7000-8000-0000000000b1'),
    name: 'News & “views” <2026>',
    created: TIMES[0] ?? '',
  },
  codebook,
  annotators: ANNOTATORS,
  articles,
  count: articles.length,
})

/** Up to three articles with other texts, annotated by three people of whom two bear one name. */
export const anyCorpus: fc.Arbitrary<Corpus> = fc
  .uniqueArray(readableText.map(normalise), { minLength: 1, maxLength: 3 })
  .chain(texts => fc.tuple(...texts.map((text, number) => annotatedArticle(text, number))))
  .map(articles => corpusOf(articles))

/** One article with this text, its annotations on these ranges by Anna, each a claim. */
export function claimsIn(text: string, ranges: readonly Range[]): Corpus {
  const id = articleId(digest(text))
  const none = { title: 'T', source: '', author: '', url: '', published: '', language: 'en' }
  return corpusOf([
    {
      article: { id, ...none, origin: null, imported: TIMES[0] ?? '', importedBy: ANNA.id },
      text,
      sentences: segment(text, 'en'),
      annotations: ranges.map(({ start, end }, index) => ({
        ...{ id: annotationId(0, index), article: id, annotator: ANNA.id, label: CLAIM, start, end },
        ...{
          attributes: {},
          mentions: {},
          note: '',
          codebook: '',
          created: TIMES[0] ?? '',
          updated: TIMES[0] ?? '',
        },
      })),
      reviews: [],
    },
  ])
}
