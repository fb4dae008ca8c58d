import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { contentOf as allOf, article, project, tagSentence } from '#main/test/projects'
import { backupsOf } from './backup.ts'
import { openProject } from './open.ts'
import { stopped } from './pause.ts'
import { backupNamed, copyBackup, describeBackups, restore } from './restore.ts'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

/** A project with a backup of how it was before its last step. */
async function withBackup() {
  const store = project()
  const id = article(store, 'One. Two. Three.')
  tagSentence(store, id, 1, 'fact')
  const before = allOf(store)
  const backup = basename((await store.backUp(at(1))) ?? '')
  tagSentence(store, id, 2, 'claim')
  const after = allOf(store)
  store.close()
  return { path: store.path, backup, before, after }
}

const contentAt = (path: string) => {
  const store = openProject(path)
  try {
    return allOf(store)
  } finally {
    store.close()
  }
}

test('a restored project is as in the backup, and what was there before is a backup itself', async () => {
  const { path, backup, before, after } = await withBackup()
  const kept = await restore(path, backup, at(2))
  expect(contentAt(path)).toEqual(before)
  await restore(path, basename(kept ?? ''), at(3))
  expect(contentAt(path)).toEqual(after)
})

test('a damaged project is set aside as it is, and the backup takes its place', async () => {
  const { path, backup, before } = await withBackup()
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 4096)
  writeFileSync(path, bytes)
  const kept = await restore(path, backup, at(2))
  expect(readFileSync(kept ?? '').equals(bytes)).toBe(true)
  expect(contentAt(path)).toEqual(before)
})

test('stopped, it has changed nothing, be the project whole or damaged', async () => {
  const { path, backup } = await withBackup()
  const stop = () => {
    throw stopped()
  }
  // Looking into a damaged one leaves an empty log beside it.
  const projects = () => readdirSync(dirname(path)).filter(name => !/-(wal|shm)$/.test(name))
  const there = projects()
  const bytes = readFileSync(path)
  for (const standing of [bytes, Buffer.from(bytes).fill(0xaa, 4096)]) {
    writeFileSync(path, standing)
    await expect(restore(path, backup, at(2), undefined, stop)).rejects.toThrow('was stopped')
    await expect(copyBackup(path, backup, `${path}-copy`, undefined, stop)).rejects.toThrow('was stopped')
    expect(projects()).toEqual(there)
    expect(readFileSync(path).equals(standing)).toBe(true)
  }
})

test('a project that was deleted is restored', async () => {
  const { path, backup, before } = await withBackup()
  const elsewhere = join(dirname(path), 'Copy.assay')
  await copyBackup(path, backup, elsewhere)
  expect(contentAt(elsewhere)).toEqual(before)
  await expect(copyBackup(path, backup, elsewhere)).rejects.toThrow('is there already')
})

test('a backup that is damaged itself is not restored, and nothing is changed', async () => {
  const { path, backup, after } = await withBackup()
  const file = backupNamed(path, backup)
  const bytes = readFileSync(file)
  bytes.fill(0xaa, 4096 * 3)
  writeFileSync(file, bytes)
  await expect(restore(path, backup, at(2))).rejects.toThrow(/damaged/)
  expect(contentAt(path)).toEqual(after)
})

test('a project that is open is not restored over', async () => {
  const { path, backup } = await withBackup()
  const store = openProject(path)
  await expect(restore(path, backup, at(2))).rejects.toThrow('open in another Assay window')
  store.close()
})

test('the list says what each backup holds, the newest first', async () => {
  const { path, backup } = await withBackup()
  const store = openProject(path)
  await store.backUp(at(2))
  store.close()
  const [newest, oldest, ...more] = describeBackups(path)
  expect(more).toEqual([])
  expect(oldest).toMatchObject({
    name: backup,
    made: '2026-01-01T00:00:00.000Z',
    content: { articles: 1, annotators: [{ name: 'Anna', annotations: 1 }] },
  })
  expect(newest?.content?.annotators).toEqual([{ name: 'Anna', annotations: 2 }])
  expect(newest?.content?.changes).toBe((oldest?.content?.changes ?? 0) + 1)
})

test('a backup is one file, and a half-written one of a killed process goes with the next', async () => {
  const { path } = await withBackup()
  const folder = `${path}-backups`
  writeFileSync(join(folder, '.Test.assay.12345678.partial'), 'half')
  const store = openProject(path)
  await store.backUp(at(2))
  store.close()
  expect(readdirSync(folder).sort()).toEqual(backupsOf(path).map(one => basename(one)))
})
