/**
 * Cells that a spreadsheet would run. An apostrophe before them keeps it from that; a cell that has apostrophes
 * before such a beginning already gets one more, so that reading can take one away.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const KEPT = /^'+[=+\-@\t\r＝＋－＠]/

/** @param raw true to write formulas as they are */
export const guarded = (cell: string, raw: boolean): string =>
  KEPT.test(cell) || (!raw && FORMULA.test(cell)) ? `'${cell}` : cell

/** The cell that `guarded` was given. */
export const unguarded = (cell: string): string => (KEPT.test(cell) ? cell.slice(1) : cell)
