import type { Database } from 'better-sqlite3'
import type { Segmentation } from '#app/model/segmentation'
import type { Range } from '#app/text/range'
import { plainTable } from './table.ts'

interface SegmentationRow {
  readonly article: Segmentation['article']
  readonly sentences: string
  readonly count: number
  readonly mended: number
}

export function segmentationTable(db: Database) {
  return plainTable<'segmentation', SegmentationRow>(db, {
    name: 'segmentations',
    columns: ['article', 'sentences', 'count', 'mended'],
    key: ['article'],
    toRow: ({ article, sentences, mended }) => ({
      article,
      sentences: JSON.stringify(sentences.flatMap(({ start, end }) => [start, end])),
      count: sentences.length,
      mended: mended ? 1 : 0,
    }),
    fromRow: row => ({
      article: row.article,
      sentences: sentencesOfColumn(row.sentences),
      mended: row.mended === 1,
    }),
  })
}

/** The sentences of a column: [start, end, start, end …]. */
export function sentencesOfColumn(column: string): Range[] {
  const flat: readonly number[] = JSON.parse(column)
  const ranges: Range[] = new Array(flat.length / 2)
  for (let index = 0; index < ranges.length; index++) {
    ranges[index] = { start: flat[2 * index] ?? 0, end: flat[2 * index + 1] ?? 0 }
  }
  return ranges
}
