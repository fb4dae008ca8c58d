import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ProjectId } from '#app/model/ids'
import { importDraft } from '#main/import/import-draft'
import { openProject } from '#main/store/open'
import { person } from '#main/test/projects'
import { syncFolder } from './team-folder.ts'
import { carry, type Device, device, seen, sync } from './test/devices.ts'
import { acts, canonicalOf, machine, TEAM, tagAs } from './test/machines.ts'

const MINUTE = 60_000

/** Anna and Borys with the same article; both have synchronised. */
async function pair(): Promise<[Device, Device]> {
  const [anna, borys] = [device(person('Anna')), device(person('Borys'))]
  acts.import(anna, 0)
  await exchange(anna, borys)
  return [anna, borys]
}

/** A round on each side, until both have read what the other wrote. */
async function exchange(one: Device, other: Device): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await sync(one)
    carry(one, other)
    await sync(other)
    carry(other, one)
  }
}

const own = (one: Device): string[] => seen(one).filter(name => name.includes(one.device))
const labelsOn = ({ store }: Device, { person }: Device): string[] =>
  [...store.tables.article.inOrder()].flatMap(({ id }) =>
    store.tables.annotation.ofLayer(id, person.id).map(({ label }) => label),
  )

test('what one does is with the other after a round on each side', async () => {
  const [anna, borys] = await pair()
  acts.tag(anna, 0)
  acts.tag(borys, 5)
  await exchange(anna, borys)
  expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  expect(labelsOn(anna, borys)).toHaveLength(1)
})

describe('the series', () => {
  test('begins with all, goes on with what changed, and is silent where nothing did', async () => {
    const anna = device(person('Anna'))
    acts.import(anna, 0)
    expect((await sync(anna)).written).toMatchObject({ whole: true, counts: { article: 1 } })
    expect((await sync(anna)).written).toBeNull()
    acts.tag(anna, 0)
    expect((await sync(anna)).written).toMatchObject({ whole: false, counts: { annotation: 1 } })
    expect((await sync(anna)).written).toBeNull()
    expect(seen(anna)).toEqual([
      `assay-000000b1-${anna.device}-000001.assay.jsonl.gz`,
      `assay-000000b1-${anna.device}-000002.assay.jsonl.gz`,
    ])
  })

  test('does not repeat what came by the folder', async () => {
    const [anna, borys] = await pair()
    acts.tag(anna, 0)
    await sync(anna)
    carry(anna, borys)
    expect(await sync(borys)).toMatchObject({
      merged: [{ counts: { annotation: { added: 1 } } }],
      written: null,
    })
    acts.review(borys, 5)
    expect((await sync(borys)).written).toMatchObject({ counts: { review: 1 } })
    expect(Object.keys((await sync(borys)).written?.counts ?? {})).toEqual([])
  })

  test('that grew long begins anew, and what came before goes', async () => {
    const [anna, borys] = await pair()
    for (let n = 0; n < 5; n++) {
      acts.redefine(anna, n)
      await sync(anna, { longest: 3 })
    }
    expect(own(anna).map(name => name.slice(-20, -15))).toEqual(['00005', '00006'])
    for (const name of own(borys).filter(one => one.includes(anna.device))) rmSync(join(borys.folder, name))
    carry(anna, borys)
    expect((await sync(borys)).waiting).toEqual([])
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })

  test('of which somebody removed a file begins anew with the next change, and nobody waits', async () => {
    const [anna, borys] = await pair()
    acts.tag(anna, 0)
    await sync(anna)
    for (const name of own(anna).slice(0, 1)) rmSync(join(anna.folder, name))
    acts.tag(anna, 5)
    expect((await sync(anna)).written).toMatchObject({ whole: true })
    carry(anna, borys)
    expect((await sync(borys)).waiting).toEqual([])
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })

  test('of two copies of a project on one computer loses nothing, and comes to rest', async () => {
    const one = device(person('Anna'))
    const other = { ...device(one.person), device: one.device, folder: one.folder }
    acts.import(one, 0)
    acts.import(other, 1)
    for (let round = 0; round < 3; round++) {
      acts.tag(one, round)
      acts.tag(other, round + 4)
      await sync(one)
      await sync(other)
    }
    await sync(one)
    expect(canonicalOf(one)).toBe(canonicalOf(other))
    expect([(await sync(other)).written, (await sync(one)).written]).toEqual([null, null])
  })

  test('goes into two folders, each of which gets what came by the other', async () => {
    const [anna, borys] = await pair()
    const chloe = device(person('Chloe'))
    const bridge = { ...anna, folder: chloe.folder }
    acts.tag(borys, 0)
    acts.tag(chloe, 5)
    await sync(chloe)
    await sync(bridge)
    await exchange(anna, borys)
    await sync(bridge)
    await sync(chloe)
    expect(canonicalOf(chloe)).toBe(canonicalOf(anna))
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })
})

describe('a file that has not come whole', () => {
  /** Borys’s folder has Anna’s new file, cut in half. */
  async function torn(): Promise<{ anna: Device; borys: Device; path: string; bytes: Buffer }> {
    const [anna, borys] = await pair()
    acts.tag(anna, 0)
    const { written } = await sync(anna)
    const path = join(borys.folder, written?.name ?? '')
    const bytes = readFileSync(join(anna.folder, written?.name ?? ''))
    carry(anna, borys)
    truncateSync(path, bytes.length >> 1)
    return { anna, borys, path, bytes }
  }

  test('changes nothing, waits without a word, and is told after ten minutes', async () => {
    const { borys } = await torn()
    const before = canonicalOf(borys)
    const now = Date.now()
    const first = await sync(borys, { now: () => now })
    expect(first).toMatchObject({ merged: [], waiting: [{ reason: 'incomplete', overdue: false }] })
    const later = await sync(borys, { now: () => now + 11 * MINUTE })
    expect(later.waiting).toMatchObject([{ overdue: true, since: new Date(now).toISOString() }])
    expect(later.waiting[0]?.message).toContain('has not come whole')
    expect(canonicalOf(borys)).toBe(before)
  })

  test('is merged once it is whole', async () => {
    const { anna, borys, path, bytes } = await torn()
    await sync(borys)
    writeFileSync(path, bytes)
    expect(await sync(borys)).toMatchObject({ waiting: [], merged: [{}] })
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })

  test('is patiently waited for as long as it grows', async () => {
    const { borys, path, bytes } = await torn()
    const now = Date.now()
    await sync(borys, { now: () => now })
    writeFileSync(path, bytes.subarray(0, bytes.length - 3))
    const later = await sync(borys, { now: () => now + 11 * MINUTE })
    expect(later.waiting).toMatchObject([{ overdue: false }])
  })

  test('holds back what follows on it', async () => {
    const { anna, borys, path, bytes } = await torn()
    acts.note(anna, 0)
    await sync(anna)
    carry(anna, borys)
    writeFileSync(path, bytes.subarray(0, 40))
    const before = canonicalOf(borys)
    expect((await sync(borys)).waiting).toMatchObject([{ reason: 'incomplete' }, { reason: 'gap' }])
    expect(canonicalOf(borys)).toBe(before)
    writeFileSync(path, bytes)
    expect((await sync(borys)).merged).toHaveLength(2)
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })
})

test('work on an article waits for the file that brings the article', async () => {
  const [anna, borys] = await pair()
  const chloe = device(person('Chloe'))
  carry(anna, chloe)
  await sync(chloe)
  acts.import(anna, 1)
  const imported = await sync(anna)
  carry(anna, borys)
  await sync(borys)
  for (let n = 0; n < 8; n++) acts.tag(borys, n)
  await sync(borys)
  carry(borys, chloe)
  const path = join(chloe.folder, imported.written?.name ?? '')
  renameSync(path, `${path}.part`)
  expect((await sync(chloe)).waiting).toMatchObject([{ reason: 'missing' }])
  renameSync(`${path}.part`, path)
  expect((await sync(chloe)).waiting).toEqual([])
  expect(labelsOn(chloe, borys)).toEqual(labelsOn(borys, borys))
})

test('a conflict copy is merged like others, told, and left alone', async () => {
  const [anna, borys] = await pair()
  acts.tag(anna, 0)
  const { written } = await sync(anna)
  const copy = written?.name.replace('.gz', ' (Anna’s conflicted copy 2026-11-25).gz') ?? ''
  copyFileSync(join(anna.folder, written?.name ?? ''), join(borys.folder, copy))
  expect(await sync(borys)).toMatchObject({ merged: [{}], conflictCopies: [copy] })
  expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  carry(anna, borys)
  expect(await sync(borys)).toMatchObject({ merged: [], conflictCopies: [copy] })
  expect(existsSync(join(borys.folder, copy))).toBe(true)
})

test('a file of another project, or of nobody, is passed over', async () => {
  const [anna, borys] = await pair()
  const other = machine(person('Zoe'), 0, {
    ...TEAM,
    id: ProjectId.parse('01900000-0000-7000-8001-0000000000b1'),
  })
  acts.import(other, 2)
  await syncFolder(other.store, borys.folder, { by: other.person, device: 'abcdefabcdef' })
  writeFileSync(join(borys.folder, 'Minutes.txt'), 'We met.')
  writeFileSync(join(borys.folder, `.${seen(anna)[0]}.1234abcd.partial`), 'half')
  expect(await sync(borys)).toMatchObject({ merged: [], waiting: [], written: null })
  expect(canonicalOf(borys)).toBe(canonicalOf(anna))
})

test('what was merged is remembered: after a restart nothing is merged again', async () => {
  const [anna, borys] = await pair()
  acts.tag(anna, 0)
  await exchange(anna, borys)
  borys.store.close()
  const store = openProject(borys.store.path)
  expect(await sync({ ...borys, store })).toMatchObject({ merged: [], written: null, undo: null })
  store.close()
})

test('a project that was restored from a backup gets back what it had sent, and its series goes on', async () => {
  const [anna, borys] = await pair()
  const { path } = borys.store
  const backup = join(dirname(path), 'backup.assay')
  borys.store.db.prepare('vacuum into ?').run(backup)
  acts.tag(borys, 0)
  acts.tag(anna, 4)
  await exchange(anna, borys)
  borys.store.close()
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
  copyFileSync(backup, path)
  const restored = { ...borys, store: openProject(path) }
  expect(labelsOn(restored, borys)).toEqual([])
  expect(await sync(restored)).toMatchObject({ waiting: [], written: null })
  acts.note(restored, 0)
  expect((await sync(restored)).written).toMatchObject({ whole: true })
  carry(restored, anna)
  await sync(anna)
  expect(labelsOn(restored, borys)).toEqual(['fact'])
  expect(canonicalOf(restored)).toBe(canonicalOf(anna))
  restored.store.close()
})

describe('a sudden fall of an annotator’s work', () => {
  /** Anna has annotated fifty sentences, and Borys has that; then she removes some. */
  async function removing(count: number): Promise<[Device, Device]> {
    const [anna, borys] = [device(person('Anna')), device(person('Borys'))]
    const text = Array.from({ length: 50 }, (_, n) => `The town has built road number ${n}.`).join(' ')
    importDraft(anna.store, { text, metadata: {} }, { by: anna.person.id, origin: null })
    for (let sentence = 0; sentence < 50; sentence++) tagAs(anna, 'fact', sentence)
    await exchange(anna, borys)
    for (let sentence = 0; sentence < count; sentence++) acts.untag(anna, sentence * 4)
    await sync(anna)
    carry(anna, borys)
    return [anna, borys]
  }

  test('is told, and one undo takes the round back', async () => {
    const [anna, borys] = await removing(40)
    const { falls, undo } = await sync(borys)
    expect(falls).toEqual([{ annotator: anna.person, before: 50, after: 10 }])
    if (undo === null) throw new Error('nothing to undo')
    expect(borys.store.history.lastAside(borys.person.id)).toBe(undo)
    borys.store.history.revertAside(borys.person.id, undo)
    expect(labelsOn(borys, anna)).toHaveLength(50)
    expect(await sync(borys)).toMatchObject({ merged: [], falls: [], written: null })
    expect(labelsOn(borys, anna)).toHaveLength(50)
  })

  test('undo passes over what the folder brought: it takes back what the person did before', async () => {
    const [, borys] = await removing(40)
    tagAs(borys, 'claim', 0)
    borys.store.history.revert(borys.person.id, 'undo')
    const { undo } = await sync(borys)
    if (undo === null) throw new Error('nothing to undo')
    // What was undone before the round can still be done again.
    expect(borys.store.history.revert(borys.person.id, 'redo')).toMatchObject({ action: 'tag' })
    expect(borys.store.history.revert(borys.person.id, 'undo')).toMatchObject({ action: 'tag' })
    borys.store.history.revertAside(borys.person.id, undo)
    expect(() => borys.store.history.revertAside(borys.person.id, undo)).toThrow('It was taken back already.')
  })

  test('is not told of what corrections come to', async () => {
    const [, borys] = await removing(20)
    expect((await sync(borys)).falls).toEqual([])
  })
})

test('a stopped round leaves nothing half: what was merged is whole, and no file is begun', async () => {
  const [anna, borys] = await pair()
  acts.tag(anna, 0)
  await sync(anna)
  carry(anna, borys)
  acts.tag(borys, 4)
  const files = seen(borys)
  await expect(sync(borys, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  expect(seen(borys)).toEqual(files)
  await exchange(borys, anna)
  expect(canonicalOf(borys)).toBe(canonicalOf(anna))
})

test('a folder that is not there is refused, and not made', async () => {
  const anna = device(person('Anna'))
  const nowhere = { ...anna, folder: join(anna.folder, 'nowhere') }
  await expect(sync(nowhere)).rejects.toMatchObject({ code: 'not-found' })
  expect(existsSync(nowhere.folder)).toBe(false)
})
