/**
 * `npm test`: everything that shows that the project is sound, one after the other. Goes on after a failure, so
 * that one run tells all; ends non-zero where anything failed; its last line counts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const RESULTS = join(CHECKOUT, 'e2e', 'results')

interface Count {
  passed: number
  failed: number
}

/** A check that passes or fails as one, by its exit code. */
const checks = [
  ['types', 'tsc -b'],
  ['lint', 'biome check --error-on-warnings .'],
  ['build', 'electron-vite build --logLevel warn'],
  ['a browser for the journeys', 'node e2e/harness/browsers.ts'],
] as const

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

const total: Count = { passed: 0, failed: 0 }
for (const [name, command] of checks)
  add(name, run(command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const units = join(RESULTS, 'unit.json')
const unitsRan = run(`vitest run --reporter=default --reporter=json --outputFile.json="${units}"`)
add(
  'unit tests',
  counted(unitsRan, units, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  })),
)

const journeys = join(RESULTS, 'e2e.json')
const journeysRan = run('playwright test')
add(
  'journeys',
  counted(
    journeysRan,
    journeys,
    (report: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
      passed: report.stats.expected,
      // A journey that was skipped, or passed only when tried again, has not shown anything.
      failed: report.stats.unexpected + report.stats.flaky + report.stats.skipped,
    }),
  ),
)

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function add(name: string, { passed, failed }: Count): void {
  console.log(`\n${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed\n`)
  total.passed += passed
  total.failed += failed
}

/** Runs a command of the devDependencies. */
function run(command: string): boolean {
  console.log(`> ${command}`)
  return spawnSync(command, { cwd: CHECKOUT, stdio: 'inherit', shell: true }).status === 0
}

/** What a report counts; a run that failed without a failed test, or left no report, counts as one failure. */
function counted<R>(ran: boolean, path: string, count: (report: R) => Count): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const found = count(JSON.parse(readFileSync(path, 'utf8')))
  const silent = (!ran && found.failed === 0) || found.passed + found.failed === 0
  return silent ? { ...found, failed: 1 } : found
}
