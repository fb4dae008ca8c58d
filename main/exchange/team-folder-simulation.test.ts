/** Five devices, and a synchroniser that does what synchronisers do. */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openProject } from '#main/store/open'
import { person } from '#main/test/projects'
import { type Device, device, seen, sync } from './test/devices.ts'
import { ACT_NAMES, acts, canonicalOf } from './test/machines.ts'
import { MISHAPS, synchroniser } from './test/synchroniser.ts'

const YEAR = 365 * 24 * 3600 * 1000
const DEVICES = 5

const who = fc.nat({ max: DEVICES - 1 })
const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        step: fc.constant('work' as const),
        who,
        act: fc.constantFrom(...ACT_NAMES),
        n: fc.nat({ max: 200 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ step: fc.constant('sync' as const), who }) },
    {
      weight: 10,
      arbitrary: fc.record({
        step: fc.constant('deliver' as const),
        which: fc.nat(),
        mishap: fc.constantFrom(...MISHAPS),
      }),
    },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('crash' as const), who, at: fc.nat({ max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('back up' as const), who }) },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('restore' as const), who }) },
  ),
  { minLength: 10, maxLength: 70 },
)
/** Where series begin anew all the time, old files go while others are on their way; where they never do, nothing is told twice. */
const longest = fc.constantFrom(2, 1000)
type Step = (typeof steps extends fc.Arbitrary<infer S> ? S : never) extends readonly (infer T)[] ? T : never

/** Five devices of four people, with clocks that are wrong by years. */
function team(): Device[] {
  const [anna, borys, chloe, dana] = [person('Anna'), person('Borys'), person('Chloe'), person('Dana')]
  return [
    device(anna),
    device(borys, -9 * YEAR),
    device(chloe, 30 * YEAR),
    device(anna, 2 * YEAR),
    device(dana, -YEAR),
  ]
}

/** Closes the project as a crash would, and opens it again, perhaps as it once was. */
function reopened(one: Device, from?: string): Device {
  const { path } = one.store
  one.store.close()
  if (from !== undefined) {
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
    copyFileSync(from, path)
  }
  return Object.assign(one, { store: openProject(path) })
}

/** A round that ends before it is done: within the merge, within the writing, or before it is noted what was written. */
async function crash(one: Device, at: number, longest: number): Promise<void> {
  const stop = new AbortController()
  const round = sync(one, { signal: stop.signal, longest })
  if (at === 0) stop.abort()
  if (at === 1) setTimeout(() => stop.abort(), 3)
  await round.catch(error => expect(error).toMatchObject({ code: 'cancelled' }))
  if (at === 2) {
    const forget =
      'delete from folder_files where number = (select max(number) from folder_files where upto is not null)'
    one.store.db.exec(`${forget} and upto is not null`)
  }
  writeFileSync(
    join(one.folder, `.assay-000000b1-${one.device}-000099.assay.jsonl.gz.12345678.partial`),
    'half',
  )
  reopened(one)
}

const backupOf = (one: Device): string => join(dirname(one.store.path), 'backup.assay')

async function play(
  devices: readonly Device[],
  deliver: ReturnType<typeof synchroniser>['deliver'],
  step: Step,
  longest: number,
): Promise<void> {
  if (step.step === 'deliver') return deliver(step.which, step.mishap)
  const one = devices[step.who]
  if (!one) return
  switch (step.step) {
    case 'work':
      // Who takes a round back wants to be without it: then projects differ, and should.
      if (step.act === 'undo' && one.store.history.state(one.person.id).undo === 'merge') return
      return acts[step.act](one, step.n)
    case 'sync':
      await sync(one, { longest })
      return
    case 'crash':
      return crash(one, step.at, longest)
    case 'back up':
      rmSync(backupOf(one), { force: true })
      one.store.db.prepare('vacuum into ?').run(backupOf(one))
      return
    case 'restore': {
      const backup = backupOf(one)
      if (seen({ folder: dirname(backup) }).includes('backup.assay')) reopened(one, backup)
    }
  }
}

/** All synchronise, and all is delivered, until nobody has anything to say. @returns what still waits */
async function comeToRest(
  devices: readonly Device[],
  deliverAll: () => void,
  longest: number,
): Promise<string[]> {
  for (let round = 0; round < 6; round++) {
    deliverAll()
    const rounds = []
    for (const one of devices) rounds.push(await sync(one, { longest }))
    if (rounds.every(({ merged, written }) => merged.length === 0 && written === null))
      return rounds.flatMap(({ waiting }) => waiting.map(({ message }) => message))
  }
  throw new Error('They go on writing to one another.')
}

test('whatever the synchroniser did, once all is delivered, all projects are the same to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(steps, longest, async (steps, longest) => {
      const devices = team()
      const { deliver, deliverAll } = synchroniser(devices)
      try {
        // All have written all there is, so that what gets lost from now on is not told a second time.
        if (devices[0]) acts.import(devices[0], 0)
        await comeToRest(devices, deliverAll, longest)
        for (const step of steps) await play(devices, deliver, step, longest)
        expect(await comeToRest(devices, deliverAll, longest)).toEqual([])
        const [first, ...others] = devices.map(canonicalOf)
        for (const other of others) expect(other).toBe(first)
      } finally {
        for (const { store } of devices) store.close()
      }
    }),
    { numRuns: Number(process.env.ASSAY_RUNS ?? 15) },
  )
}, 300_000)
