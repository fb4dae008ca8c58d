import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  ANNA,
  article,
  BORYS,
  contentOf,
  labelsOf,
  project,
  tagSentence,
  temporaryFolder,
} from '#main/test/projects'
import { backUp, backupsOf } from './backup.ts'
import { problems } from './check.ts'
import { SCHEMA_VERSION } from './migrations/migrations.ts'
import { openProject } from './open.ts'

test('a project is a SQLite file that others can tell and read', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact')
  store.close()
  const header = readFileSync(store.path)
  expect(header.subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(header.readUInt32BE(68)).toBe(0x41737379)
  const other = new Database(store.path, { readonly: true })
  expect(other.prepare('select label from annotations').pluck().all()).toEqual(['fact'])
  other.close()
})

test('durability is what was promised: WAL, FULL, foreign keys, STRICT tables', () => {
  const { db } = project()
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  const tables = db
    .prepare(
      "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .all()
  expect(tables.filter(table => (table as { strict: number }).strict === 0)).toEqual([])
})

test('closing and opening changes nothing', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 2, 'claim')
  const before = contentOf(store)
  store.close()
  const again = openProject(store.path)
  expect(contentOf(again)).toEqual(before)
  again.close()
})

test('a project that is open is refused a second time', () => {
  const store = project()
  expect(() => openProject(store.path)).toThrow('open in another Assay window')
  store.close()
  openProject(store.path).close()
  expect(readdirSync(dirname(store.path))).toEqual(['Test.assay'])
})

test('a process that was killed leaves no lock behind', async () => {
  const store = project()
  store.close()
  const holder = spawn(
    process.execPath,
    [
      '-e',
      `
    import('#main/store/open').then(({ openProject }) => {
      // Kept: what nobody has any more is closed with its lock.
      globalThis.store = openProject(${JSON.stringify(store.path)})
      console.log('open')
      setInterval(() => {}, 1000)
    })
  `,
    ],
    { cwd: join(import.meta.dirname, '..', '..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void holder.kill('SIGKILL'))
  await new Promise(resolve => holder.stdout?.once('data', resolve))
  expect(() => openProject(store.path)).toThrow('open in another Assay window')
  holder.kill('SIGKILL')
  await new Promise(resolve => holder.once('exit', resolve))
  openProject(store.path).close()
})

test('what is no project is refused with a word, and left alone', () => {
  const folder = temporaryFolder()
  const text = join(folder, 'text.assay')
  writeFileSync(
    text,
    'This is not a database, but a text that is long enough to look like something. '.repeat(20),
  )
  expect(() => openProject(text)).toThrow('not an Assay project')
  const sent = join(folder, 'Team.assay.jsonl.gz')
  writeFileSync(sent, gzipSync(randomBytes(2000)))
  expect(() => openProject(sent)).toThrow('Team.assay.jsonl.gz is a colleague’s file, not a project.')
  const foreign = join(folder, 'foreign.assay')
  const db = new Database(foreign)
  db.exec('create table t (a)')
  db.close()
  const before = readFileSync(foreign)
  expect(() => openProject(foreign)).toThrow('no Assay project')
  expect(readFileSync(foreign).equals(before)).toBe(true)
  expect(() => openProject(join(folder, 'nothing.assay'))).toThrow('There is no')
  expect(() => openProject(folder)).toThrow('is a folder')
})

test('a project of a newer version is refused with a word, and left alone', () => {
  const store = project()
  store.close()
  const db = new Database(store.path)
  db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
  db.close()
  expect(() => openProject(store.path)).toThrow('newer version')
  const again = new Database(store.path, { readonly: true })
  expect(again.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1)
  again.close()
})

test('a damaged project is refused with a word', () => {
  const store = project()
  for (let index = 0; index < 50; index++) article(store, `Article ${index}. ${'It goes on. '.repeat(50)}`)
  store.close()
  const bytes = readFileSync(store.path)
  bytes.fill(0xaa, 3 * 4096, 12 * 4096)
  writeFileSync(store.path, bytes)
  expect(() => openProject(store.path)).toThrow('damaged')
  expect(readFileSync(store.path).equals(bytes)).toBe(true)
})

test('a truncated project is refused with a word', () => {
  const store = project()
  for (let index = 0; index < 50; index++) article(store, `Article ${index}. ${'It goes on. '.repeat(50)}`)
  store.close()
  truncateSync(store.path, Math.floor(statSync(store.path).size / 2 / 4096) * 4096)
  expect(() => openProject(store.path)).toThrow('damaged')
})

test('a schema that is not the expected one is noticed', () => {
  const store = project()
  store.close()
  const db = new Database(store.path)
  db.exec('drop index annotations_by_article')
  db.close()
  expect(() => openProject(store.path)).toThrow('index annotations_by_article is missing')
})

test('the thorough check finds annotations outside their text', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact')
  expect(problems(store.db, 'thorough')).toEqual([])
  store.db.prepare('update annotations set "end" = 99').run()
  expect(problems(store.db, 'thorough').join()).toContain('outside the text')
})

test('the thorough check finds a text in which a letter was altered', () => {
  const store = project()
  article(store, 'One. Two.')
  expect(problems(store.db, 'thorough')).toEqual([])
  store.db.prepare("update texts set text = replace(text, 'Two', 'Too')").run()
  expect(problems(store.db, 'thorough')).toEqual(['the text of “One. Two.” is not as it was imported'])
})

test('a backup is made where something changed, and the last five are kept', async () => {
  const store = project()
  const made: (string | undefined)[] = []
  for (let session = 0; session < 7; session++) {
    article(store, `Article ${session}. More.`)
    made.push(await backUp(store.db, store.path, new Date(Date.UTC(2026, 0, 1, session))))
    expect(await backUp(store.db, store.path, new Date(Date.UTC(2026, 1, session + 1)))).toBeUndefined()
  }
  expect(backupsOf(store.path)).toEqual(made.slice(-5))
})

test('of two backups at once each is whole, and the second has nothing to add', async () => {
  const store = project()
  article(store, 'One. Two.')
  const [first, second] = await Promise.all([store.backUp(new Date(0)), store.backUp(new Date(1000))])
  expect(second).toBeUndefined()
  expect(backupsOf(store.path)).toEqual([first])
})

test('a backup is a project that opens, with all that was in it', async () => {
  const store = project()
  tagSentence(store, article(store, 'One. Two.'), 1, 'fact')
  const backup = await store.backUp(new Date())
  const restored = join(temporaryFolder(), 'restored.assay')
  copyFileSync(backup ?? '', restored)
  const again = openProject(restored)
  expect(contentOf(again)).toEqual(contentOf(store))
  again.close()
})

test('a name that two bear stays two people', () => {
  const store = project()
  const other = { ...BORYS, name: ANNA.name }
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact', ANNA)
  tagSentence(store, id, 1, 'claim', other)
  expect(labelsOf(store, id, ANNA)).toEqual(['fact'])
  expect(store.tables.annotator.named('Anna')).toHaveLength(2)
})

test('a place that cannot be written is said', () => {
  const file = join(temporaryFolder(), 'a file')
  writeFileSync(file, '')
  expect(() => project({ path: join(file, 'Test.assay') })).toThrow('Check the name and the folder')
})
