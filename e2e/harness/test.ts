/**
 * `npm test`: everything that shows that the project is sound, one after the other. Goes on after a failure, so
 * that one run tells all; ends non-zero where anything failed; says at the end what failed, and on its last line counts.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, ofJourneys, ofUnitTests, outcomeOf, type UnitReport } from './outcome.ts'
import { filesToRunAgain } from './v8-faults.ts'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const RESULTS = join(CHECKOUT, 'e2e', 'results')

/** A check that passes or fails as one, by its exit code. */
const checks = [
  ['types', 'tsc -b'],
  ['lint', 'biome check --error-on-warnings .'],
  ['build', 'electron-vite build --logLevel warn'],
  ['a browser for the journeys', 'node e2e/harness/browsers.ts'],
] as const

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

const total: Outcome = { passed: 0, failures: [] }
for (const [name, command] of checks)
  add(
    name,
    run(command) ? { passed: 1, failures: [] } : { passed: 0, failures: [`${command} says why above.`] },
  )

const ended = unitTests('unit tests')
if (ended.length > 0) {
  console.log(`V8 ended the process of ${ended.join(', ')} by a check of its own: run again, once.`)
  unitTests('unit tests that V8 had ended', ended)
}

const journeysRan = run('playwright test')
add('journeys', outcomeOf(journeysRan, join(RESULTS, 'e2e.json'), ofJourneys))

for (const failure of total.failures) console.log(`✗ ${failure}\n`)
console.log(`${total.passed} passed, ${total.failures.length} failed`)
process.exitCode = total.failures.length === 0 ? 0 : 1

/** Runs unit tests, all or those of some files. @returns the files whose process V8 has ended, where they may run again */
function unitTests(name: string, files: readonly string[] = []): readonly string[] {
  const report = join(RESULTS, `${name.replaceAll(' ', '-')}.json`)
  const reporters = `--reporter=default --reporter=json --reporter=./e2e/harness/v8-faults.ts`
  const ran = run(
    `vitest run ${files.map(file => `"${file}"`).join(' ')} ${reporters} --outputFile.json="${report}"`,
  )
  const again = files.length === 0 ? filesToRunAgain(RESULTS) : []
  const outcome = outcomeOf<UnitReport>(ran || again.length > 0, report, ({ testResults }) =>
    ofUnitTests({ testResults: testResults.filter(one => !again.includes(one.name)) }),
  )
  add(name, outcome)
  return again
}

function add(name: string, { passed, failures }: Outcome): void {
  console.log(`\n${failures.length === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failures.length} failed\n`)
  total.passed += passed
  total.failures.push(...failures.map(failure => `${name}: ${failure}`))
}

/** Runs a command of the devDependencies. */
function run(command: string): boolean {
  console.log(`> ${command}`)
  const env = { ...process.env, ASSAY_TEST_RESULTS: RESULTS }
  return spawnSync(command, { cwd: CHECKOUT, stdio: 'inherit', shell: true, env }).status === 0
}
