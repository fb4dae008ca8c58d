/**
 * `npm run fuzz [TIMES]`: the fuzz tests, from a new seed and for as long as the number of times says. A failure names
 * the run and the seed: FUZZ_SEED=… FUZZ_RUNS=… npx vitest run FILE comes to it again.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const times = Number(process.argv[2] ?? 50)
const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31))
/** How often each tries when times is 1. */
const tests = {
  'main/exchange/fuzz.test.ts': 10_000,
  'main/services/fuzz.test.ts': 12,
  'main/import/test/fuzz.test.ts': 3,
}

console.log(`Fuzzing ${times} times, from seed ${seed}.`)
for (const [file, runs] of Object.entries(tests)) {
  const env = { ...process.env, FUZZ_RUNS: String(runs * times), FUZZ_SEED: String(seed) }
  const { status } = spawnSync('vitest', ['run', file], {
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exitCode = 1
}
