/** Prints what was measured: one table for people, JSON for machines. */
import { availableParallelism, cpus } from 'node:os'
import { type Figure, holds, ratioOf } from './bench.ts'

const HEAD = ['', 'measured', 'limit', 'ratio', 'bar', ''] as const

export function table(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(row)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map(cells => cells[column]?.length ?? 0)))
  return rows
    .map(cells =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const json = (figures: readonly Figure[]): string =>
  JSON.stringify(
    {
      machine: machine(),
      figures: figures.map(figure => ({ ...figure, ratio: ratioOf(figure), holds: holds(figure) })),
    },
    null,
    2,
  )

/** What it ran on, in one line: figures of two machines are not to be compared. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? process.arch}, ${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}`

function row(figure: Figure): string[] {
  const ratio = ratioOf(figure)
  return [
    figure.name,
    amount(figure.value, figure.unit),
    figure.against === undefined ? '' : amount(figure.against, figure.unit),
    ratio === undefined ? '' : ratio.toFixed(2),
    figure.bar === undefined ? '' : ratio === undefined ? amount(figure.bar, figure.unit) : `${figure.bar}`,
    figure.bar === undefined ? '' : holds(figure) ? 'holds' : 'MISSED',
  ]
}

const amount = (value: number, unit: Figure['unit']): string =>
  unit === 'frame' ? `frame ${value}` : `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
