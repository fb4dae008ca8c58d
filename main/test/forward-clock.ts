/**
 * Loaded before a program (`node --import`), puts its clock forward by as many milliseconds as stand in the file that
 * ASSAY_CLOCK names. Timers go on as they do.
 */
import { readFileSync } from 'node:fs'

const path = process.env.ASSAY_CLOCK
if (path) {
  const real = Date.now
  let ahead = 0
  const look = () => {
    try {
      ahead = Number(readFileSync(path, 'utf8'))
    } catch {
      // Nobody has put it forward yet.
    }
  }
  setInterval(look, 100).unref()
  Date.now = () => real() + ahead
}
