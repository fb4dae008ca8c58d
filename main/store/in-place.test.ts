import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleId } from '#app/model/ids'
import { article, contentOf, project, tagSentence } from '#main/test/projects'
import { copyWhole } from './copy-whole.ts'
import { diskRefusal } from './disk.ts'
import { fileAt } from './in-place.ts'
import { joinProject, openProject } from './open.ts'
import type { Store } from './store.ts'

let store: Store
let id: ArticleId

beforeEach(() => {
  store = project()
  id = article(store, 'One. Two. Three.')
  tagSentence(store, id, 1, 'fact')
})

const tagTwo = () => tagSentence(store, id, 2, 'claim')

if (process.platform === 'win32') {
  test('Windows holds a project that is open in its place', () => {
    expect(() => rmSync(store.path)).toThrow()
    expect(() => renameSync(store.path, `${store.path} elsewhere`)).toThrow()
    tagTwo()
  })
} else {
  describe('nothing is written into the void and called saved:', () => {
    test('a project that was deleted while open', () => {
      rmSync(store.path)
      expect(tagTwo).toThrow('was moved, deleted or replaced')
    })

    test('a project that was moved while open, until it is put back', () => {
      renameSync(store.path, `${store.path} elsewhere`)
      expect(tagTwo).toThrow('was moved, deleted or replaced')
      renameSync(`${store.path} elsewhere`, store.path)
      tagTwo()
      expect(store.tables.annotation.counts()).toHaveLength(2)
    })

    test('a project whose folder was moved while open', () => {
      const folder = dirname(store.path)
      renameSync(folder, `${folder}-elsewhere`)
      expect(tagTwo).toThrow('was moved, deleted or replaced')
      renameSync(`${folder}-elsewhere`, folder)
      tagTwo()
    })

    test('a project that was replaced by a copy while open', () => {
      const copy = join(dirname(store.path), 'copy.assay')
      copyFileSync(store.path, copy)
      renameSync(copy, store.path)
      expect(tagTwo).toThrow('was moved, deleted or replaced')
    })

    test('a file of changes that was deleted beside it', () => {
      rmSync(`${store.path}-wal`)
      expect(tagTwo).toThrow('was moved, deleted or replaced')
    })

    test('a thread does not join another file than the one that was opened', () => {
      const file = fileAt(store.path)
      rmSync(store.path)
      project({ path: join(dirname(store.path), 'other', 'Test.assay') }).close()
      renameSync(join(dirname(store.path), 'other', 'Test.assay'), store.path)
      expect(() => joinProject(store.path, file)).toThrow('was moved, deleted or replaced')
    })

    test('a copy of what is open still has everything', async () => {
      rmSync(store.path)
      const copy = join(dirname(store.path), 'rescued', 'Test.assay')
      await copyWhole(store.db, copy)
      const again = openProject(copy)
      expect(contentOf(again)).toEqual(contentOf(store))
      again.close()
    })
  })
}

test('a folder at the place of a project is no project', () => {
  store.close()
  rmSync(store.path)
  mkdirSync(store.path)
  expect(() => openProject(store.path)).toThrow('is a folder')
})

test('a drive that has no locks is said, with what to do', () => {
  for (const code of ['SQLITE_IOERR_LOCK', 'SQLITE_IOERR_SHMLOCK', 'SQLITE_PROTOCOL', 'SQLITE_NOLFS'])
    expect(diskRefusal({ code }, '/mnt/Team.assay')?.message).toContain('cannot lock files')
})
