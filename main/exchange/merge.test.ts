import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MERGE_OUTCOMES, type MergeReport } from '#app/exchange/merge-report'
import { person } from '#main/test/projects'
import { ACT_NAMES, type ActName, acts, canonicalOf, type Machine, machine, send } from './test/machines.ts'

const YEAR = 365 * 24 * 3600 * 1000
const act = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...ACT_NAMES), fc.nat({ max: 200 }))
const hand = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))
const history = fc.array(fc.oneof({ weight: 4, arbitrary: act }, { weight: 1, arbitrary: hand }), {
  maxLength: 40,
})
type Step = readonly [number, ActName, number] | readonly [number, number]

/** Three people, the first of them on two machines, with clocks that are wrong by years. */
function team(): Machine[] {
  const [anna, borys, chloe] = [person('Anna'), person('Borys'), person('Anna')]
  return [machine(anna), machine(borys, -9 * YEAR), machine(chloe, 30 * YEAR), machine(anna, 2 * YEAR)]
}

async function play(machines: readonly Machine[], steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const [who, what, n] = step
    const one = machines[who]
    if (!one) continue
    if (typeof what === 'string') acts[what](one, n ?? 0)
    else if (who !== what && machines[what]) checkSums(await send(one, machines[what]))
  }
}

/** Every record of a file is counted once. */
function checkSums(report: MergeReport): void {
  for (const counts of Object.values(report.counts)) {
    for (const outcome of MERGE_OUTCOMES) expect(counts[outcome]).toBeGreaterThanOrEqual(0)
  }
}

/** All send to all, in this order, until nothing is new. */
async function exchange(machines: readonly Machine[], order: readonly number[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const from of order) {
      for (const to of order) {
        const [one, other] = [machines[from], machines[to]]
        if (from !== to && one && other) checkSums(await send(one, other))
      }
    }
  }
}

test('whatever happened on whichever machine, once all have sent to all, all are the same to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (steps, order) => {
      const machines = team()
      await play(machines, steps)
      await exchange(machines, order)
      const [first, ...others] = machines.map(canonicalOf)
      for (const other of others) expect(other).toBe(first)
    }),
    { numRuns: 40 },
  )
}, 120_000)
