/**
 * How fast each kind of file is read, and how long the main thread is held up meanwhile. Run: node e2e/bench/import-sources.ts
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Refusal } from '#app/failure'
import { closeReader, readSafely } from '../../main/import/read-safely.ts'
import { newsPages } from '../../main/import/test/news-pages.ts'

/** Files read in all: as many as the journey of a mixed import has. */
const FILES = 1000

const folder = join(import.meta.dirname, '../../main/import/test/fixtures')
const fixtures = readdirSync(folder)
  .filter(name => name !== 'README.md' && name !== 'columns.txt')
  .map(name => ({ name, bytes: readFileSync(join(folder, name)) }))
const pages = newsPages.map(({ html, layout }) => ({ name: `${layout}.html`, bytes: Buffer.from(html) }))
const files = [...fixtures, ...pages]

const times = new Map<string, number[]>()
let refused = 0
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const started = performance.now()
for (let index = 0; index < FILES; index++) {
  const file = files[index % files.length]
  if (!file) continue
  const before = performance.now()
  try {
    await readSafely(new Uint8Array(file.bytes), file.name)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    refused++
  }
  const ending = file.name.split('.').at(-1) ?? ''
  times.set(ending, [...(times.get(ending) ?? []), performance.now() - before])
}
const seconds = (performance.now() - started) / 1000
delay.disable()
closeReader()

console.log(`${FILES} mixed files in ${seconds.toFixed(1)} s (${refused} refused, as they should be)`)
console.log(
  `main thread held up at most ${(delay.max / 1e6).toFixed(1)} ms, 99 % below ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
)
console.log('kind    files  median ms  longest ms')
for (const [ending, all] of [...times].sort()) {
  const sorted = all.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  console.log(
    `${ending.padEnd(7)} ${String(all.length).padStart(5)} ${median.toFixed(1).padStart(10)} ${(sorted.at(-1) ?? 0).toFixed(1).padStart(11)}`,
  )
}
