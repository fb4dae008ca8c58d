import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as passing } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { person, temporaryFolder } from '#main/test/projects'
import { carry, device, sync } from './test/devices.ts'
import { acts, canonicalOf } from './test/machines.ts'
import { type FolderWatch, type Watching, watchFolder } from './watch-folder.ts'

/** Milliseconds for which one waits, on a computer that has much to do. */
const SOON = 20_000

function watched(folder: string, watching: Partial<Watching>): FolderWatch {
  const one = watchFolder(folder, {
    ...{ round: async () => {}, onError: () => {}, debounce: 20, poll: 60_000 },
    ...watching,
  })
  onTestFinished(() => one.close())
  return one
}

test('what arrives in the folder is merged without anybody asking', async () => {
  const [anna, borys] = [device(person('Anna')), device(person('Borys'))]
  acts.import(anna, 0)
  watched(borys.folder, { round: signal => sync(borys, { signal }) })
  await sync(anna)
  carry(anna, borys)
  await vi.waitFor(() => expect(borys.store.tables.article.count()).toBe(1), SOON)
  await sync(borys)
  carry(borys, anna)
  await sync(anna)
  expect(canonicalOf(borys)).toBe(canonicalOf(anna))
})

test('there is a round at once, and many changes make one more', async () => {
  const folder = temporaryFolder()
  const round = vi.fn(async () => {})
  watched(folder, { round, debounce: 100 })
  await vi.waitFor(() => expect(round).toHaveBeenCalledTimes(1), SOON)
  for (let n = 0; n < 20; n++) writeFileSync(join(folder, `${n}`), '')
  await vi.waitFor(() => expect(round).toHaveBeenCalledTimes(2), SOON)
  await passing(400)
  expect(round).toHaveBeenCalledTimes(2)
})

test('rounds do not overlap; what changes during one has one of its own after it', async () => {
  const folder = temporaryFolder()
  let [under, most, rounds] = [0, 0, 0]
  const round = async () => {
    most = Math.max(most, ++under)
    if (rounds++ === 0) writeFileSync(join(folder, 'new'), '')
    await passing(100)
    under--
  }
  watched(folder, { round })
  await vi.waitFor(() => expect(rounds).toBe(2), SOON)
  expect(most).toBe(1)
})

test('what comes at the end of a round is not left until the folder is polled', async () => {
  const folder = temporaryFolder()
  let rounds = 0
  const round = async () => {
    if (rounds++ > 0) return
    await passing(100)
    writeFileSync(join(folder, 'late'), '')
    // The system tells of it before the round is over, and long before the folder has been quiet.
    await passing(50)
  }
  watched(folder, { round, debounce: 500 })
  await vi.waitFor(() => expect(rounds).toBe(2), SOON)
})

test('a folder that cannot be watched is polled, and goes on when it comes back', async () => {
  const folder = join(temporaryFolder(), 'stick')
  const onError = vi.fn()
  const [anna] = [device(person('Anna'))]
  watched(folder, { round: () => sync({ ...anna, folder }), onError, poll: 20 })
  await vi.waitFor(() => expect(onError.mock.calls.length).toBeGreaterThan(1), SOON)
  mkdirSync(folder)
  const errors = () => onError.mock.calls.length
  await vi.waitFor(async () => {
    const before = errors()
    await passing(100)
    expect(errors()).toBe(before)
  }, SOON)
  rmSync(folder, { recursive: true })
  const before = errors()
  await vi.waitFor(() => expect(errors()).toBeGreaterThan(before), SOON)
})

test('closing stops the round that is under way, and no other comes', async () => {
  const folder = temporaryFolder()
  const onError = vi.fn()
  let rounds = 0
  const round = async (signal: AbortSignal) => {
    rounds++
    await passing(60_000, undefined, { signal })
  }
  const one = watched(folder, { round, onError })
  await vi.waitFor(() => expect(rounds).toBe(1), SOON)
  await one.close()
  writeFileSync(join(folder, 'new'), '')
  one.now()
  await passing(100)
  expect(rounds).toBe(1)
  expect(onError).not.toHaveBeenCalled()
})
