/**
 * `npm test`: everything that shows that the project is sound, one after the other. Goes on after a failure, so
 * that one run tells all; ends non-zero where anything failed; says at the end what failed, and on its last line counts.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, ofJourneys, ofUnitTests, outcomeOf } from './outcome.ts'

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

const units = join(RESULTS, 'unit.json')
const unitsRan = run(`vitest run --reporter=default --reporter=json --outputFile.json="${units}"`)
add('unit tests', outcomeOf(unitsRan, units, ofUnitTests))

const journeysRan = run('playwright test')
add('journeys', outcomeOf(journeysRan, join(RESULTS, 'e2e.json'), ofJourneys))

for (const failure of total.failures) console.log(`✗ ${failure}\n`)
console.log(`${total.passed} passed, ${total.failures.length} failed`)
process.exitCode = total.failures.length === 0 ? 0 : 1

function add(name: string, { passed, failures }: Outcome): void {
  console.log(`\n${failures.length === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failures.length} failed\n`)
  total.passed += passed
  total.failures.push(...failures.map(failure => `${name}: ${failure}`))
}

/** Runs a command of the devDependencies. */
function run(command: string): boolean {
  console.log(`> ${command}`)
  return spawnSync(command, { cwd: CHECKOUT, stdio: 'inherit', shell: true }).status === 0
}
