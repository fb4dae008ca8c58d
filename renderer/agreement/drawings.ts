/** The charts of the view "Agreement". */
import type { Agreement } from '#app/agreement/agreement'
import type { LabelColour } from '#app/model/label'
import { type Drawing, type Ink, type Mark, shortened, strengthOf, TYPE } from './drawing.ts'

const ROW = 26
const NAMES = 190
const SCALE = 420
const FIGURE = 150

/** A row of a chart of figures. */
export interface FigureRow {
  readonly name: string
  /** Of the dot; the accent where it is none of a label. */
  readonly colour: LabelColour | undefined
  readonly result: Agreement
  /** The figure in words. */
  readonly said: string
}

/**
 * A row for each figure: a dot on a scale up to 1, a line for its interval, the figure beside it. A row without a figure
 * says so.
 */
export function figureRows(title: string, rows: readonly FigureRow[]): Drawing {
  const low = Math.min(0, ...rows.flatMap(({ result }) => lowest(result)))
  const from = Math.floor(low * 5) / 5
  const place = (value: number) => NAMES + ((value - from) / (1 - from)) * SCALE
  const height = (rows.length + 1) * ROW
  const steps = Array.from({ length: Math.round((1 - from) * 5) + 1 }, (_, step) => from + step / 5)
  const scale = steps.flatMap((value): Mark[] => [
    { kind: 'line', from: [place(value), ROW / 2], to: [place(value), height], ink: 'line', width: 1 },
    {
      ...{ kind: 'text', x: place(value), y: ROW / 2 - 3, anchor: 'middle', ink: 'soft' },
      text: value.toFixed(1).replace('-', '−'),
    },
  ])
  const marks = rows.flatMap(({ name, colour, result, said }, index): Mark[] => {
    const y = ROW * (index + 1.5)
    const text = { kind: 'text', y: y + TYPE / 3 } as const
    return [
      { ...text, x: NAMES - 12, text: shortened(name), anchor: 'end', ink: 'ink' },
      ...onScale(result, place, y, colour ?? 'accent'),
      { ...text, x: NAMES + SCALE + 14, text: said, anchor: 'start', ink: 'soft' },
    ]
  })
  return { title, width: NAMES + SCALE + FIGURE, height: height + 4, marks: [...scale, ...marks] }
}

/** A figure where it is on the scale, with its interval; nothing where there is none. */
function onScale(result: Agreement, place: (value: number) => number, y: number, ink: Ink): Mark[] {
  if ('undefined' in result) return []
  const dot: Mark = { kind: 'dot', x: place(result.value), y, r: 5, ink }
  if (!result.interval) return [dot]
  const { low, high } = result.interval
  return [{ kind: 'line', from: [place(low), y], to: [place(high), y], ink, width: 2 }, dot]
}

const lowest = (result: Agreement): number[] =>
  'undefined' in result ? [] : [result.value, ...(result.interval ? [result.interval.low] : [])]

/** A cell of a table of figures. */
export interface TableCell {
  readonly text: string
  /** How strongly it is filled, 0 to 1. */
  readonly share: number
}

export interface TableChart {
  readonly title: string
  /** What the rows, and what the columns are; empty where the title says it. */
  readonly rowsAre: string
  readonly columnsAre: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row; null for an empty cell. */
  readonly cells: readonly (readonly (TableCell | null)[])[]
}

const CELL = 92

/** A table whose cells are filled by what stands in them. */
export function tableChart({ title, rowsAre, columnsAre, rows, columns, cells }: TableChart): Drawing {
  const head = ROW * 2
  const middle = (column: number) => NAMES + CELL * (column + 0.5)
  const marks: Mark[] = [
    { kind: 'text', x: NAMES - 12, y: ROW + 12, text: shortened(rowsAre), anchor: 'end', ink: 'soft' },
    { kind: 'text', x: NAMES, y: 12, text: shortened(columnsAre, 60), anchor: 'start', ink: 'soft' },
    ...columns.map(
      (name, column): Mark => ({
        ...{ kind: 'text', anchor: 'middle', ink: 'ink' },
        ...{ x: middle(column), y: ROW + 12, text: shortened(name, 13) },
      }),
    ),
    ...rows.flatMap((name, row): Mark[] => {
      const y = head + ROW * row
      return [
        { kind: 'text', x: NAMES - 12, y: y + 17, text: shortened(name), anchor: 'end', ink: 'ink' },
        ...(cells[row] ?? []).flatMap((cell, column): Mark[] =>
          cell
            ? [
                {
                  ...{ kind: 'rect', ink: 'accent', strength: strengthOf(cell.share) },
                  ...{ x: NAMES + CELL * column + 1, y: y + 1, width: CELL - 2, height: ROW - 2 },
                },
                { kind: 'text', x: middle(column), y: y + 17, text: cell.text, anchor: 'middle', ink: 'ink' },
              ]
            : [],
        ),
      ]
    }),
  ]
  return { title, width: NAMES + CELL * columns.length, height: head + ROW * rows.length, marks }
}
