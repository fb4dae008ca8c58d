import { dsvFormat } from 'd3-dsv'
import { guarded } from './formula.ts'

const table = dsvFormat(',')

/** A table as CSV by RFC 4180, for spreadsheets too: what they would run is guarded (see formula.ts), numbers are not. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map(row => {
      const cells = row.map(cell => (typeof cell === 'string' ? guarded(cell, false) : String(cell)))
      return `${table.formatRow(cells)}\r\n`
    })
    .join('')
