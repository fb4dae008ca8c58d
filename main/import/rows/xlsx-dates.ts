import { xmlEvents } from '../office/xml-events.ts'

/** Days from 30 December 1899, where Excel's count begins, to 1970; and from 1904, as old Macs counted. */
const DAYS_BEFORE_1970 = 25_569
const DAYS_FROM_1904 = 24_107
const DAY = 86_400_000

/** The styles of a workbook, by their number in cells, that show a number as a date. */
export function dateStyles(styles: string): ReadonlySet<string> {
  const formats = new Map<string, string>()
  const found = new Set<string>()
  let inCells = false
  let style = 0
  xmlEvents(styles, {
    open(name, { numFmtId, formatCode }) {
      const local = name.slice(name.indexOf(':') + 1)
      if (local === 'numFmt' && numFmtId) formats.set(numFmtId, formatCode ?? '')
      else if (local === 'cellXfs') inCells = true
      else if (local === 'xf' && inCells) {
        if (isDateFormat(numFmtId ?? '', formats)) found.add(String(style))
        style++
      }
    },
    close(name) {
      if (name.endsWith('cellXfs')) inCells = false
    },
  })
  return found
}

/** Formats 14 to 22 are dates by the standard (ISO 29500-1, 18.8.30); others by the letters in their code. */
function isDateFormat(id: string, formats: ReadonlyMap<string, string>): boolean {
  const number = Number(id)
  if ((number >= 14 && number <= 17) || number === 22) return true
  const code = formats.get(id)?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? ''
  return /[dy]/i.test(code)
}

/** The date that a cell's number stands for; with the time where it has one. */
export function cellDate(value: number, since1904: boolean): string | undefined {
  const days = value - (since1904 ? DAYS_FROM_1904 : DAYS_BEFORE_1970)
  if (!Number.isFinite(days) || Math.abs(days) > 3_000_000) return undefined
  const iso = new Date(Math.round((days * DAY) / 1000) * 1000).toISOString()
  return Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 19)
}
