import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Lets the arrow keys walk the buttons of a table, which bear their place as `data-cell`, such as `0-2`. */
export function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const cell = event.target instanceof HTMLElement && event.target.dataset.cell
  if (!step || !cell) return
  const [row = 0, column = 0] = cell.split('-').map(Number)
  const find = (times: number) =>
    event.currentTarget.querySelector<HTMLElement>(
      `[data-cell="${row + times * step[0]}-${column + times * step[1]}"]`,
    )
  // Over a cell that is empty, such as one of the diagonal.
  const next = find(1) ?? find(2)
  if (!next) return
  event.preventDefault()
  next.focus()
}
