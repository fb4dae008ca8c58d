/** The table that `rowsOf` makes, read back: rows of one article together, each annotation once. */
import { Refusal } from '../../failure.ts'
import { Judgement } from '../../model/review.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'
import type { ReadAnnotation, ReadArticle, ReadCorpus, ReadLabel, ReadReview } from '../read-corpus.ts'
import { type AttributeColumn, attributesIn, COLUMNS, type Column } from './columns.ts'

/** Whether a head is that of a table that Assay made. */
export const isHead = (head: readonly string[]): boolean => COLUMNS.every(column => head.includes(column))

/** A row of the file, with the number of its line or row there, from 1. */
export interface GivenRow {
  readonly cells: readonly string[]
  readonly number: number
}

/**
 * @param place what a refusal calls a row: "Line" or "Row"
 * @throws a refusal (`unreadable`) that names the row, also while the articles are walked
 */
export function readTable(head: readonly string[], rows: Iterable<GivenRow>, place: string): ReadCorpus {
  const columns = new Map(COLUMNS.map(column => [column, head.indexOf(column)]))
  const attributes = attributesIn(head)
  const labels: ReadLabel[] = []
  const named = new Set<string>()
  const table: Table = {
    cell: (row, name) => row.cells[columns.get(name) ?? -1] ?? '',
    attributes,
    place: row => `${place} ${row.number}`,
    onLabel(id, name) {
      if (named.has(id)) return
      named.add(id)
      labels.push({ id, name })
    },
  }
  return {
    labels,
    attributes: attributes.map(({ id }) => ({ id, name: id })),
    articles: articlesOf(table, rows),
  }
}

interface Table {
  cell(row: GivenRow, column: Column): string
  readonly attributes: readonly AttributeColumn[]
  place(row: GivenRow): string
  onLabel(id: string, name: string): void
}

function* articlesOf(table: Table, rows: Iterable<GivenRow>): Generator<ReadArticle> {
  let gathered: GivenRow[] = []
  for (const row of rows) {
    const [first] = gathered
    if (first && table.cell(first, 'article_id') !== table.cell(row, 'article_id')) {
      yield articleOf(table, gathered)
      gathered = []
    }
    gathered.push(row)
  }
  if (gathered.length > 0) yield articleOf(table, gathered)
}

function articleOf(table: Table, rows: readonly GivenRow[]): ReadArticle {
  const { text, sentences } = textOf(table, rows)
  const offsets = offsetMap(text)
  const annotations = new Map<string, ReadAnnotation>()
  const reviews = new Map<string, ReadReview>()
  for (const row of rows) {
    const by = {
      annotator: table.cell(row, 'annotator'),
      annotatorId: table.cell(row, 'annotator_id') || undefined,
    }
    const judgement = table.cell(row, 'judgement')
    if (table.cell(row, 'label') !== '') {
      const key = table.cell(row, 'annotation_id') || `row ${row.number}`
      if (!annotations.has(key)) annotations.set(key, { ...annotationOf(table, row, offsets), ...by })
    } else if (judgement !== '') {
      const range = rangeAt(table, row, offsets, 'annotation_start', 'annotation_end')
      const review = {
        ...range,
        ...by,
        judgement: judgementOf(table, row, judgement),
        at: table.cell(row, 'created'),
      }
      reviews.set(`${range.start}-${range.end} ${by.annotatorId ?? by.annotator}`, review)
    }
  }
  const [first] = rows
  const meta = (column: Column) => (first ? table.cell(first, column) : '')
  return {
    text,
    metadata: {
      ...{ title: meta('title'), source: meta('source'), author: meta('author'), url: meta('url') },
      ...{ published: meta('published'), language: meta('language') },
    },
    sentences,
    annotations: [...annotations.values()],
    reviews: [...reviews.values()],
  }
}

/** The text, put together from its sentences and what is between them. */
function textOf(table: Table, rows: readonly GivenRow[]): { text: string; sentences: Range[] } {
  let text = ''
  const sentences: Range[] = []
  for (const row of rows) {
    const number = whole(table, row, 'sentence')
    if (number === sentences.length) continue
    if (number !== sentences.length + 1)
      throw new Refusal(
        'unreadable',
        `${table.place(row)} has sentence ${number} after sentence ${sentences.length}. Sort the rows as they were exported, or export them again.`,
      )
    text += table.cell(row, 'space_before')
    const sentence = table.cell(row, 'sentence_text')
    sentences.push({ start: text.length, end: text.length + sentence.length })
    text += sentence + table.cell(row, 'space_after')
  }
  return { text, sentences }
}

function annotationOf(table: Table, row: GivenRow, offsets: OffsetMap): ReadAnnotation {
  const label = table.cell(row, 'label')
  table.onLabel(label, table.cell(row, 'label_name') || label)
  const values = table.attributes.flatMap(({ id, value: index }) => {
    const value = row.cells[index] ?? ''
    return value === '' ? [] : [[id, value] as const]
  })
  const mentions = table.attributes.flatMap(({ id, place }) => {
    const [, start, end] = /^(\d+)-(\d+)$/.exec(row.cells[place] ?? '') ?? []
    return start && end ? [[id, rangeFrom(table, row, offsets, Number(start), Number(end))] as const] : []
  })
  return {
    ...rangeAt(table, row, offsets, 'annotation_start', 'annotation_end'),
    id: table.cell(row, 'annotation_id') || undefined,
    label,
    attributes: Object.fromEntries(values),
    mentions: Object.fromEntries(mentions),
    note: table.cell(row, 'note'),
    created: table.cell(row, 'created') || undefined,
    updated: table.cell(row, 'updated') || undefined,
  }
}

function judgementOf(table: Table, row: GivenRow, given: string): Judgement {
  const judgement = Judgement.safeParse(given)
  if (judgement.success) return judgement.data
  throw new Refusal(
    'unreadable',
    `${table.place(row)} has “${given.slice(0, 50)}” as a judgement. It is ${Judgement.options.join(' or ')}.`,
  )
}

const rangeAt = (table: Table, row: GivenRow, offsets: OffsetMap, start: Column, end: Column): Range =>
  rangeFrom(table, row, offsets, whole(table, row, start), whole(table, row, end))

function rangeFrom(table: Table, row: GivenRow, offsets: OffsetMap, start: number, end: number): Range {
  checkRange(start, end, offsets.codePoints, table.place(row))
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) }
}

function whole(table: Table, row: GivenRow, column: Column): number {
  const cell = table.cell(row, column)
  if (/^\d{1,10}$/.test(cell)) return Number(cell)
  throw new Refusal(
    'unreadable',
    `${table.place(row)} has no whole number in the column ${column}. Mend it, or export the table again.`,
  )
}
