/**
 * `npm run bench [-- NAME…] [-- --json]`: measures, prints a table, and ends with 1 where a bar is missed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, holds } from './bench.ts'
import { benches } from './benches.ts'
import { json, machine, table } from './report.ts'

/** In the checkout: the system's folder for temporary files may be in memory, where a sync costs nothing. */
const RESULTS = join(import.meta.dirname, '..', 'results')

const names = process.argv.slice(2).filter(word => word !== '--json')
const unknown = names.filter(name => !benches.some(bench => bench.name === name))
if (unknown.length > 0) {
  console.error(`bench: no ${unknown.join(', ')}. There are ${benches.map(bench => bench.name).join(', ')}.`)
  process.exit(2)
}

const asJson = process.argv.includes('--json')
const figures: Figure[] = []
mkdirSync(RESULTS, { recursive: true })
for (const bench of benches.filter(one => names.length === 0 || names.includes(one.name))) {
  if (!asJson) console.error(`measuring ${bench.name} …`)
  const folder = mkdtempSync(join(RESULTS, 'bench-'))
  try {
    figures.push(...(await bench.run(folder)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(asJson ? json(figures) : `${machine()}\n\n${table(figures)}`)
if (!figures.every(holds)) process.exitCode = 1
