import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { problems } from '../check.ts'
import { openProject } from '../open.ts'
import { SCHEMA_VERSION } from './migrations.ts'

const FOLDER = join(import.meta.dirname, 'released')
const CHANGES = readFileSync(join(import.meta.dirname, '..', '..', '..', 'CHANGELOG.md'), 'utf8')

/** The versions that a change log calls released: their headings say when. */
const releasedIn = (changes: string): string[] =>
  [...changes.matchAll(/^## (\d+\.\d+\.\d+)(?!.*not yet released)/gm)].map(([, version = '']) => version)

const files = readdirSync(FOLDER).filter(name => name.endsWith('.assay'))

test('which versions are released is told by the change log', () => {
  const changes = '## 0.3.0, not yet released\n\n## 0.2.1, 3 May 2027\n\n## 0.2.0, 1 May 2027\n'
  expect(releasedIn(changes)).toEqual(['0.2.1', '0.2.0'])
})

test('there is a project file of every released version, and of no other', () => {
  expect(files.sort()).toEqual(
    releasedIn(CHANGES)
      .map(version => `${version}.assay`)
      .sort(),
  )
})

test('a project of every released version opens, is whole, and has all that it had', () => {
  for (const file of files) {
    const path = join(temporaryFolder(), file)
    copyFileSync(join(FOLDER, file), path)
    const old = new Database(path, { readonly: true })
    const counted = (db: Database.Database) =>
      ['articles', 'texts', 'annotations', 'reviews', 'changes', 'history'].map(table =>
        db.prepare(`select count(*) from ${table}`).pluck().get(),
      )
    const before = counted(old)
    old.close()
    const store = openProject(path)
    expect(counted(store.db), file).toEqual(before)
    expect(store.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(problems(store.db, 'thorough'), file).toEqual([])
    store.close()
  }
})
