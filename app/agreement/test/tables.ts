import { expect } from 'vitest'
import type { Agreement } from '../agreement.ts'
import type { SquareTable } from '../square-table.ts'

/** A contingency table, row by row. */
export const table = (...rows: number[][]): SquareTable => {
  const counts = rows.flat()
  return { size: rows.length, counts, units: counts.reduce((sum, count) => sum + count, 0) }
}

/** The figure; fails where there is none. */
export function figure(result: Agreement): number {
  if ('undefined' in result) return expect.fail(result.undefined)
  return result.value
}
