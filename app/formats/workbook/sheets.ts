/** The sheets of the workbook: the table of sentences, the articles, the codebook, the annotators. */
import type { CellValue, ConditionalRule, WriteSheet } from 'hucre/xlsx'
import { colToLetter } from 'hucre/xlsx'
import { Refusal } from '../../failure.ts'
import { annotatorNames } from '../../model/annotator.ts'
import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import { LABEL_COLOURS } from '../codebook/label-colours.ts'
import type { Corpus } from '../corpus.ts'
import { columnOf } from '../table/columns.ts'
import { headOf, rowsOf } from '../table/table-rows.ts'
import { holdable } from '../xml.ts'
import { LONG_TEXTS, SENTENCES } from './names.ts'

/** Rows that a workbook takes: they stand in memory until it is written, and spreadsheets open it whole. */
export const MOST_ROWS = 60_000

/** UTF-16 units that a cell takes. What is longer goes on in the sheet of long texts. */
export const LONGEST_CELL = 32_000

/** Where a long text goes on: in which row and column of the sentences, from 1, and its next piece. */
type LongText = readonly [row: number, column: number, piece: string]

/** All sheets. Throws a refusal (`too-large`) where there are more rows than a workbook takes. */
export function sheetsOf(corpus: Corpus): WriteSheet[] {
  const { codebook } = corpus
  const head = headOf(codebook)
  const attributes = columnsOf(codebook)
  const long: LongText[] = []
  const rows: CellValue[][] = []
  for (const article of rowsOf(corpus)) {
    for (const row of article) {
      if (rows.length >= MOST_ROWS)
        throw new Refusal(
          'too-large',
          `A workbook takes ${MOST_ROWS.toLocaleString('en')} rows, and this corpus has more. Export CSV or Parquet, or a part of it.`,
        )
      const place = rows.length + 2
      rows.push(row.map((cell, index) => typed(cut(cell, place, index + 1, long), head[index], attributes)))
    }
  }
  return [
    sheet(SENTENCES, head, rows, {
      rules: labelRules(codebook, head, rows.length + 1),
      dates: datesIn(attributes),
    }),
    articleSheet(corpus),
    labelSheet(codebook),
    attributeSheet(codebook),
    annotatorSheet(corpus),
    ...(long.length > 0
      ? [
          sheet(
            LONG_TEXTS,
            ['row', 'column', 'text'],
            long.map(one => [...one]),
          ),
        ]
      : []),
  ]
}

/** A cell that a spreadsheet can hold; what is too long for it is noted to go on elsewhere. */
function cut(cell: string | number, row: number, column: number, long: LongText[]): string | number {
  if (typeof cell === 'number') return cell
  const [first = '', ...pieces] = piecesOf(holdable(cell))
  for (const piece of pieces) long.push([row, column, piece])
  return first
}

/** A text in pieces that fit into a cell and divide no character. */
function piecesOf(text: string): string[] {
  if (text.length <= LONGEST_CELL) return [text]
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + LONGEST_CELL
    const whole = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
    pieces.push(text.slice(at, whole))
    at = whole
  }
  return pieces
}

/** A value as the type of its column: numbers, dates and times, yes and no. */
function typed(
  cell: string | number,
  column: string | undefined,
  attributes: ReadonlyMap<string, Attribute>,
): CellValue {
  if (typeof cell === 'number') return cell
  if (cell === '') return null
  if (column === 'created' || column === 'updated') return dateOf(cell) ?? cell
  switch (attributes.get(column ?? '')?.type) {
    case 'number':
      return Number(cell)
    case 'yes-no':
      return cell === 'yes'
    case 'date':
      return dateOf(`${cell}T00:00:00.000Z`) ?? cell
    default:
      return cell
  }
}

/** Spreadsheets know no date before 1900, and count those of its first two months wrongly. */
function dateOf(iso: string): Date | undefined {
  const date = new Date(iso)
  return date.getTime() > Date.UTC(1900, 2, 1) ? date : undefined
}

function articleSheet({ articles }: Corpus): WriteSheet {
  const head = [
    'id',
    'title',
    'source',
    'author',
    'url',
    'published',
    'language',
    'sentences',
    'annotations',
    'reviews',
    'imported',
  ]
  const rows = Array.from(articles, ({ article, sentences, annotations, reviews }): CellValue[] => [
    ...[article.id, article.title, article.source, article.author, article.url].map(holdable),
    ...[article.published, article.language, sentences.length, annotations.length, reviews.length],
    new Date(article.imported),
  ])
  return sheet('Articles', head, rows)
}

/** The columns of a label, and how each is read from it. */
export const LABEL_COLUMNS = [
  ...['id', 'name', 'summary', 'definition', 'inclusion', 'exclusion', 'examples', 'counterexamples'],
  ...['colour', 'key', 'parent', 'exclusive', 'retired'],
] as const

function labelSheet({ labels }: Codebook): WriteSheet {
  const rows = labels.map((label): CellValue[] => [
    ...[label.id, label.name, label.summary, label.definition, label.inclusion, label.exclusion].map(
      holdable,
    ),
    ...[lines(label.examples), lines(label.counterexamples), label.colour, label.key, label.parent ?? ''],
    ...[label.exclusive, label.retired],
  ])
  const rules = labels.map(
    (label, index): ConditionalRule => ({
      ...{ type: 'expression', priority: index + 1, range: `B2:B${labels.length + 1}` },
      formula: `$A2="${label.id}"`,
      style: labelStyle(label.colour),
    }),
  )
  return sheet('Codebook', [...LABEL_COLUMNS], rows, { rules })
}

export const ATTRIBUTE_COLUMNS = [
  ...['id', 'name', 'definition', 'type', 'choices', 'labels', 'required', 'preset', 'condition', 'values'],
] as const

function attributeSheet({ attributes }: Codebook): WriteSheet {
  const rows = attributes.map((one): CellValue[] => [
    ...[one.id, one.name, one.definition, one.type, lines(one.choices), lines(one.labels)].map(holdable),
    ...[
      one.required,
      holdable(one.preset),
      one.condition?.attribute ?? '',
      lines(one.condition?.values ?? []),
    ],
  ])
  return sheet('Attributes', [...ATTRIBUTE_COLUMNS], rows)
}

function annotatorSheet({ annotators }: Corpus): WriteSheet {
  const names = annotatorNames(annotators)
  return sheet(
    'Annotators',
    ['id', 'name'],
    annotators.map(({ id }) => [id, holdable(names.get(id) ?? '')]),
  )
}

const lines = (values: readonly string[]): string => values.map(holdable).join('\n')

/** A sheet whose head stays in view, can be filtered by, and has columns as wide as is read well. */
function sheet(
  name: string,
  head: readonly string[],
  rows: readonly CellValue[][],
  { rules = [], dates = new Set() }: { rules?: ConditionalRule[]; dates?: ReadonlySet<string> } = {},
): WriteSheet {
  return {
    name,
    columns: head.map(column => ({
      width: widthOf(column),
      style: {
        alignment: { vertical: 'top', wrapText: widthOf(column) > 30 },
        numFmt: formatOf(column, dates),
      },
    })),
    rows: [[...head], ...rows],
    cells: new Map(head.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${colToLetter(head.length - 1)}${rows.length + 1}` },
    conditionalRules: rules,
  }
}

/** The attributes, by their columns. */
function columnsOf({ attributes }: Codebook): ReadonlyMap<string, Attribute> {
  const ids = new Set<string>(attributes.map(({ id }) => id))
  return new Map(attributes.map(one => [columnOf(one.id, ids), one]))
}

/** The columns whose values are days. */
const datesIn = (attributes: ReadonlyMap<string, Attribute>): ReadonlySet<string> =>
  new Set([...attributes].flatMap(([column, { type }]) => (type === 'date' ? [column] : [])))

function formatOf(column: string, dates: ReadonlySet<string>): string {
  if (dates.has(column)) return 'yyyy-mm-dd'
  return ['created', 'updated', 'imported'].includes(column) ? 'yyyy-mm-dd hh:mm:ss' : 'General'
}

const WIDE = new Set([
  'sentence_text',
  'text',
  'definition',
  'inclusion',
  'exclusion',
  'examples',
  'note',
  'title',
])

const widthOf = (column: string): number =>
  WIDE.has(column) ? 50 : /(?:^id|_id|_at)$/.test(column) ? 12 : Math.max(10, column.length + 3)

/** A rule for each label, which colours the cells that have it. */
function labelRules({ labels }: Codebook, head: readonly string[], last: number): ConditionalRule[] {
  const [label, name] = ['label', 'label_name'].map(column => colToLetter(head.indexOf(column)))
  return labels.map((one, index) => ({
    ...{ type: 'expression', priority: index + 1, range: `${label}2:${name}${Math.max(2, last)}` },
    formula: `$${label}2="${one.id}"`,
    style: labelStyle(one.colour),
  }))
}

const labelStyle = (colour: Codebook['labels'][number]['colour']): NonNullable<ConditionalRule['style']> => ({
  font: { color: { rgb: LABEL_COLOURS[colour].light.slice(1).toUpperCase() }, bold: true },
})
