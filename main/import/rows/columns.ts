import type { Columns } from '#app/contract'
import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { htmlText } from '../html/html-text.ts'
import { limitDepth } from '../html/limit-depth.ts'
import { known } from '../html/page-metadata.ts'
import type { Draft } from '../source.ts'
import { guessColumns } from './guess-columns.ts'
import type { Table } from './table.ts'

export type { Columns }

/**
 * An article of each row that has a text.
 *
 * @param chosen the columns that the analyst named; else they are guessed. Throws a refusal where one is not there,
 * or where no column can be the text, with the header in its details.
 */
export function draftsOfTable({ header, rows }: Table, chosen?: Columns): Draft[] {
  const columns = chosen ?? guessColumns(header, rows)
  if (!columns)
    throw new Refusal(
      'unreadable',
      'No column looks like the text of articles. Name the column of the text, then import it again.',
      { header },
    )
  const missing = Object.values(columns).find(name => name !== undefined && !header.includes(name))
  if (missing !== undefined)
    throw new Refusal(
      'invalid-input',
      `There is no column “${missing}”. There are: ${header.slice(0, 20).join(', ')}.`,
      { header },
    )
  const places = new Map(header.map((name, column) => [name, column]))
  const drafts = rows
    .map(row =>
      draftOf(name => (name === undefined ? undefined : row[places.get(name) ?? -1]?.trim()), columns),
    )
    .filter(draft => draft !== undefined)
  if (drafts.length === 0)
    throw new Refusal(
      'unreadable',
      `The column “${columns.text}” is empty in every row. Name another column for the text.`,
      { header },
    )
  return drafts
}

type Cell = (column: string | undefined) => string | undefined

function draftOf(cell: Cell, columns: Columns): Draft | undefined {
  const given = cell(columns.text) ?? ''
  const text = /<(?:p|div|br|article)\b[^>]*>/i.test(given) ? htmlText(limitDepth(given)) : given
  if (text === '') return undefined
  const label = cell(columns.label)
  const annotator = cell(columns.annotator)
  return {
    text,
    metadata: known({
      title: cell(columns.title),
      source: cell(columns.source),
      author: cell(columns.author),
      url: cell(columns.url),
      published: isoDate(cell(columns.published)),
      language: cell(columns.language),
    }),
    // The label of a row is of its whole text.
    ...(label ? { annotations: [{ start: 0, end: text.length, label, annotator }] } : {}),
  }
}
