/** The figures as tables for other programs: columns have names of their own in English, whatever the window speaks. */
import type { Agreement } from '#app/agreement/agreement'
import type { AttributeReport } from '#app/agreement/attribute-report'
import type { PartReport } from '#app/agreement/part-report'
import type { SpanReport } from '#app/agreement/span-report'
import type {
  AgreementOverview,
  ArticleAgreement,
  ComparedSentence,
  Confusion,
  OwnConsistency,
} from '#app/contract'
import type { Rows } from './save-figure.ts'

type Cell = string | number

/** A measure has four columns: its value, its interval, and why there is none. */
const heads = (...measures: string[]): string[] =>
  measures.flatMap(name => [name, `${name}_low`, `${name}_high`, `${name}_none`])

const cells = (...results: Agreement[]): Cell[] =>
  results.flatMap((result): Cell[] =>
    'undefined' in result
      ? ['', '', '', result.undefined]
      : [result.value, result.interval?.low ?? '', result.interval?.high ?? '', ''],
  )

export const pairRows = ({ labels }: AgreementOverview, names: readonly string[]): Rows => [
  ['first', 'second', 'sentences', ...heads('percent', 'kappa', 'pi', 'ac1')],
  ...labels.pairs.map(({ first, second, n, percent, kappa, pi, ac1 }) => [
    ...[names[first] ?? '', names[second] ?? '', n],
    ...cells(percent, kappa, pi, ac1),
  ]),
]

/** Each annotator's first reading against their second. */
export const consistencyRows = (consistency: readonly OwnConsistency[], names: readonly string[]): Rows => [
  ['annotator', 'articles', 'sentences', 'judged_otherwise', ...heads('percent', 'kappa', 'alpha')],
  ...consistency.map(({ articles, n, divided, percent, kappa, alpha }, row) => [
    ...[names[row] ?? '', articles, n, divided],
    ...cells(percent, kappa, alpha),
  ]),
]

export const confusionRows = ({ categories, counts }: Confusion, first: string, second: string): Rows => [
  [first, second, 'sentences'],
  ...categories.flatMap((row, i) =>
    categories.map((column, j): Cell[] => [row ?? '', column ?? '', counts[i]?.[j] ?? 0]),
  ),
]

export const labelRows = ({ labels }: AgreementOverview): Rows => [
  ['label', 'given', ...heads('alpha')],
  ...labels.byCategory.map(({ category, given, alpha }) => [category ?? '', given, ...cells(alpha)]),
]

export const partRows = (head: string, parts: readonly PartReport<string>[]): Rows => [
  [head, 'sentences', ...heads('percent', 'alpha')],
  ...parts.map(({ part, n, percent, alpha }) => [part, n, ...cells(percent, alpha)]),
]

export const articleRows = (articles: readonly ArticleAgreement[]): Rows => [
  ['article', 'title', 'sentences', ...heads('percent', 'alpha')],
  ...articles.map(({ part, title, n, percent, alpha }) => [part, title, n, ...cells(percent, alpha)]),
]

export const attributeRows = (attributes: readonly AttributeReport[]): Rows => [
  ['attribute', 'scale', 'values', ...heads('percent', 'alpha', 'alpha_ordinal')],
  ...attributes.map(({ attribute, scale, n, percent, alpha, ordinal }) => [
    ...[attribute, scale, n],
    ...cells(percent, alpha),
    ...(ordinal ? cells(ordinal) : ['', '', '', '']),
  ]),
]

export const spanRows = ({ labels, boundaries, pairs }: SpanReport, names: readonly string[]): Rows => [
  ['measure', 'first', 'second', ...heads('value')],
  ['unitizing alpha', '', '', ...cells(labels)],
  ['unitizing alpha, marked or not', '', '', ...cells(boundaries)],
  ...pairs.flatMap(({ first, second, exact, overlap }) =>
    [['F1, same range', exact] as const, ['F1, by overlap', overlap] as const].map(([measure, result]) => [
      measure,
      names[first] ?? '',
      names[second] ?? '',
      ...cells(result),
    ]),
  ),
]

export const sentenceRows = (sentences: readonly ComparedSentence[], names: readonly string[]): Rows => [
  ['article', 'title', 'sentence', 'text', ...names],
  ...sentences.map(({ article, title, sentence, text, given }) => [
    ...[article, title, sentence + 1, text],
    ...given.map(one => (one === undefined ? '' : (one ?? 'nothing'))),
  ]),
]
