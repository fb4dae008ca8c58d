import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentOf as allOf, article, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { filesWith, OTHER, PASSPHRASE, protectWith } from '#main/test/protected'
import { backupsOf } from '../backup.ts'
import { problems } from '../check.ts'
import { openProject } from '../open.ts'
import { type Pause, stopped } from '../pause.ts'
import { recover } from '../recovery/recover.ts'
import { describeBackups, restore } from '../restore.ts'
import type { Store } from '../store.ts'
import { isProtected, keyOfFile, newProjectKey, type ProjectKey } from './project-key.ts'
import { protectBackups, rekey } from './protect.ts'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

/** Words that stand in a text, a title, a note's place: in what a thief would read. */
const WORDS = ['Quorblax', 'Zimtveld', 'Придбанський']
const TEXT = `The minister of ${WORDS[0]} spoke in ${WORDS[1]}. ${WORDS[2]} replied. Nothing was decided.`

/** A closed project with an article and a backup. */
async function closed(): Promise<{ path: string; content: unknown }> {
  const store = project()
  tagSentence(store, article(store, TEXT), 1, 'fact')
  await store.backUp(at(1))
  const content = allOf(store)
  store.close()
  return { path: store.path, content }
}

/** Opens a project until the test has ended. */
function opened(path: string, key?: ProjectKey): Store {
  const store = openProject(path, { key })
  onTestFinished(() => {
    if (store.db.open) store.close()
  })
  return store
}

test('a protected project holds what it held, and goes on being written to', async () => {
  const { path, content } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  const store = opened(path, key)
  expect(allOf(store)).toEqual(content)
  expect(problems(store.db, 'thorough')).toEqual([])
  const id = article(store, 'One more. And another.')
  tagSentence(store, id, 2, 'claim')
  store.close()
  const again = opened(path, await keyOfFile(path, PASSPHRASE))
  expect(again.tables.annotation.ofArticle(id)).toHaveLength(1)
})

test('no file of a protected project has a word of it: not the log of changes, not a backup', async () => {
  const { path } = await closed()
  const folder = dirname(path)
  expect(filesWith(folder, WORDS), 'the search finds nothing where something is').toContain(path)
  const store = opened(path, await protectWith(PASSPHRASE, path))
  tagSentence(store, article(store, `${TEXT} It was raining.`), 1, 'fact')
  await store.backUp(at(2))
  expect(existsSync(`${path}-wal`)).toBe(true)
  expect(backupsOf(path)).toHaveLength(2)
  expect(filesWith(folder, [...WORDS, 'raining', 'Anna', 'SQLite format'])).toEqual([])
  store.close()
  expect(filesWith(folder, [...WORDS, 'raining', 'Anna', 'SQLite format'])).toEqual([])
})

test('without the passphrase, or with another, it is refused and stays as it is', async () => {
  const { path } = await closed()
  await protectWith(PASSPHRASE, path)
  const bytes = readFileSync(path)
  expect(() => openProject(path)).toThrow('Test.assay is protected. Give its passphrase.')
  await expect(keyOfFile(path, OTHER)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(existsSync(`${path}-lock`)).toBe(false)
})

test('a passphrase is the same whichever keyboard composes its letters', async () => {
  const { path } = await closed()
  await protectWith('une phrase assez fatiguée', path)
  await expect(keyOfFile(path, 'une phrase assez fatiguée'.normalize('NFD'))).resolves.toHaveLength(48)
})

test('another passphrase opens the project and its backups, and the old one nothing', async () => {
  const { path, content } = await closed()
  const old = await protectWith(PASSPHRASE, path)
  const key = await protectWith(OTHER, path, old)
  expect(allOf(opened(path, key))).toEqual(content)
  expect(describeBackups(path, key).map(one => one.content?.articles)).toEqual([1])
  expect(describeBackups(path, old)).toMatchObject([{ content: null, otherwiseProtected: true }])
  await expect(keyOfFile(path, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' })
})

test('without protection it is a project like any other, and so are its backups', async () => {
  const { path, content } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  expect(rekey(path, key, undefined)).toEqual({ backups: 1, removed: 0, left: 0, bare: [] })
  const store = opened(path)
  expect(allOf(store)).toEqual(content)
  expect(problems(store.db, 'thorough')).toEqual([])
  expect(describeBackups(path).map(one => one.content?.articles)).toEqual([1])
})

test('what the search finds is found under protection, and after it', async () => {
  const { path } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  const hits = (store: Store) =>
    store.db.prepare('select count(*) from article_words where article_words match ?').pluck().get(WORDS[0])
  const store = opened(path, key)
  expect(hits(store)).toBe(1)
  store.close()
  rekey(path, key, undefined)
  expect(hits(opened(path))).toBe(1)
})

test('a project that is open is not protected meanwhile, and one that is damaged stays as it is', async () => {
  const { path } = await closed()
  const key = await newProjectKey(PASSPHRASE)
  const store = opened(path)
  expect(() => rekey(path, undefined, key)).toThrow('is open in another Assay window')
  store.close()
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 4096 * 2, 4096 * 4)
  writeFileSync(path, bytes)
  expect(() => rekey(path, undefined, key)).toThrow(/damaged/)
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('it tells how far it has come; stopped, the project is as it was, or else the backups after it are', async () => {
  const { path } = await closed()
  const key = await newProjectKey(PASSPHRASE)
  const before = readFileSync(path)
  const stoppedAt = (step: number) => {
    const told: [number, number][] = []
    const pause: Pause = (done, total) => {
      told.push([done, total])
      if (told.length === step) throw stopped()
    }
    return { told, pause }
  }
  expect(() => rekey(path, undefined, key, stoppedAt(1).pause)).toThrow('was stopped')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(dirname(path)).filter(name => name.includes('partial'))).toEqual([])

  const { told, pause } = stoppedAt(2)
  expect(rekey(path, undefined, key, pause)).toEqual({ backups: 0, removed: 0, left: 1, bare: [] })
  const total = before.length + statSync(backupsOf(path)[0] ?? '').size
  expect(told).toEqual([
    [0, total],
    [before.length, total],
  ])
  expect(isProtected(path)).toBe(true)
  expect(backupsOf(path).map(isProtected)).toEqual([false])
})

test('a backup that cannot be read is removed, and a bare copy beside the project is named', async () => {
  const { path } = await closed()
  const [backup = ''] = backupsOf(path)
  writeFileSync(backup, readFileSync(backup).fill(0xaa, 4096))
  const copy = 'Test (before update from version 1).assay'
  cpSync(path, join(dirname(path), copy))
  const done = rekey(path, undefined, await newProjectKey(PASSPHRASE))
  expect(done).toEqual({ backups: 0, removed: 1, left: 0, bare: [copy] })
})

test.skipIf(process.platform === 'win32')(
  'who may read the file is as before, and behind a link the file itself is protected',
  async () => {
    const { path } = await closed()
    chmodSync(path, 0o600)
    const link = join(dirname(path), 'Link.assay')
    symlinkSync(path, link)
    const key = await protectWith(PASSPHRASE, link)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(isProtected(path)).toBe(true)
    opened(path, key)
  },
)

test('backups that a killed process left bare are protected with the next one', async () => {
  const { path } = await closed()
  const [backup = ''] = backupsOf(path)
  const bare = readFileSync(backup)
  const key = await protectWith(PASSPHRASE, path)
  writeFileSync(backup, bare)
  const store = opened(path, key)
  await store.backUp(at(2))
  expect(backupsOf(path).every(isProtected)).toBe(true)
})

test('what a killed process left half-written beside a project goes with its opening', async () => {
  const { path } = await closed()
  const half = join(dirname(path), '.Test.assay.12345678.partial')
  const others = join(dirname(path), '.Test 2.assay.12345678.partial')
  for (const file of [half, others]) writeFileSync(file, TEXT)
  opened(path)
  expect([half, others].map(file => existsSync(file))).toEqual([false, true])
})

test('a backup is restored under the key, and one with another passphrase is refused in words', async () => {
  const { path, content } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  const store = opened(path, key)
  tagSentence(store, article(store, 'Later. On.'), 1, 'claim')
  store.close()
  const name = basename(backupsOf(path)[0] ?? '')
  const kept = await restore(path, name, at(3), key)
  expect(isProtected(path) && isProtected(kept ?? '')).toBe(true)
  const restored = opened(path, key)
  expect(allOf(restored)).toEqual(content)
  restored.close()
  await expect(restore(path, name, at(4), await newProjectKey(OTHER))).rejects.toMatchObject({
    code: 'needs-passphrase',
  })
})

test('a damaged protected project is recovered with its passphrase, protected again', async () => {
  const { path } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  const store = opened(path, key)
  const ids = Array.from({ length: 30 }, (_, number) =>
    article(store, `${number} is said here. ${TEXT.repeat(40)}`),
  )
  // What stands only in the log of changes is read from it.
  const folder = temporaryFolder()
  const damaged = join(folder, 'Damaged.assay')
  for (const ending of ['', '-wal']) cpSync(`${path}${ending}`, `${damaged}${ending}`)
  store.close()
  const log = join(folder, 'Recovered.assay')
  expect(() => recover(damaged, log)).toThrow('Damaged.assay is protected')
  expect(recover(damaged, log, key)).toMatchObject({ records: { article: 31 }, brokenPages: 0 })
  expect(isProtected(log)).toBe(true)
  expect(filesWith(folder, WORDS)).toEqual([])
  // And where pages are gone, the others are read.
  const bytes = readFileSync(path)
  for (const page of [3, 9, 40]) bytes.fill(0xaa, page * 4096, page * 4096 + 100)
  writeFileSync(path, bytes)
  await expect(keyOfFile(path, PASSPHRASE)).resolves.toEqual(key)
  expect(() => openProject(path, { key })).toThrow(/damaged/)
  const target = join(folder, 'Again.assay')
  const { records } = recover(path, target, key)
  expect(records.article).toBeGreaterThan(20)
  expect(records.article).toBeLessThanOrEqual(ids.length + 1)
  const again = opened(target, await keyOfFile(target, PASSPHRASE))
  expect(problems(again.db, 'thorough')).toEqual([])
})

test('a first page that is damaged is told from a wrong passphrase', async () => {
  const { path } = await closed()
  const key = await protectWith(PASSPHRASE, path)
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 100, 200)
  writeFileSync(path, bytes)
  await expect(keyOfFile(path, PASSPHRASE)).resolves.toEqual(key)
  expect(() => openProject(path, { key })).toThrow(/damaged/)
})

test('protectBackups leaves those with another passphrase alone', async () => {
  const { path } = await closed()
  const old = await protectWith(PASSPHRASE, path)
  const [backup = ''] = backupsOf(path)
  const bytes = readFileSync(backup)
  const key = await protectWith(OTHER, path, old)
  writeFileSync(backup, bytes)
  protectBackups(path, key)
  expect(readFileSync(backup).equals(bytes)).toBe(true)
})
