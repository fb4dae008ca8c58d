/**
 * A power cut. What SQLite had synced is on the disk; of what was written after it any beginning may be, in any state.
 * With WAL and `synchronous = full` that is the end of the log of changes.
 */
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problems } from '#main/store/check'
import { openProject } from '#main/store/open'
import { article, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { seeded } from './test/seeded.ts'

/** Another one with ASSAY_SEED. */
const SEED = Number(process.env.ASSAY_SEED ?? 22)

test(`wherever the log is cut, or ends in noise, all that was synced before is there (seed ${SEED})`, () => {
  console.log(`seed ${SEED}`)
  const random = seeded(SEED)
  const store = project()
  const id = article(store, Array.from({ length: 60 }, (_, at) => `It says ${at}.`).join(' '))
  store.db.pragma('wal_checkpoint(truncate)')
  /** After each change, which it is, and how long the log was when it was called saved. */
  const saved: { readonly seq: number; readonly bytes: number }[] = []
  for (let sentence = 1; sentence <= 60; sentence++) {
    tagSentence(store, id, sentence, 'fact')
    saved.push({ seq: store.lastChange(), bytes: statSync(`${store.path}-wal`).size })
  }
  const main = readFileSync(store.path)
  const log = readFileSync(`${store.path}-wal`)
  expect(saved.at(-1)?.bytes).toBe(log.length)
  for (let round = 0; round < 100; round++) {
    const cut = Math.floor(random() * (log.length + 1))
    const path = join(temporaryFolder(), 'Cut.assay')
    writeFileSync(path, main)
    const noise = Buffer.from(
      Array.from({ length: round % 3 === 0 ? 6000 : 0 }, () => Math.floor(random() * 256)),
    )
    writeFileSync(`${path}-wal`, Buffer.concat([log.subarray(0, cut), noise]))
    const after = openProject(path)
    const promised = saved.findLast(one => one.bytes <= cut)?.seq ?? 0
    expect(after.lastChange(), `cut at ${cut}`).toBeGreaterThanOrEqual(promised)
    expect(after.tables.annotation.ofArticle(id).length).toBeGreaterThanOrEqual(
      saved.filter(one => one.bytes <= cut).length,
    )
    expect(problems(after.db, 'thorough')).toEqual([])
    after.close()
  }
})

test('a project that was being written to without a log, as when a restored one is opened first, is as it was before', () => {
  const store = project()
  const id = article(store, Array.from({ length: 2000 }, (_, at) => `It says ${at}.`).join(' '))
  const { path, db } = store
  db.pragma('journal_mode = delete')
  // So few pages stay in memory that others are written to the file before the end of the change.
  db.pragma('cache_size = 1')
  db.exec('begin immediate; update texts set text = upper(text)')
  const cut = join(temporaryFolder(), 'Cut.assay')
  for (const ending of ['', '-journal']) copyFileSync(`${path}${ending}`, `${cut}${ending}`)
  db.exec('rollback')
  const after = openProject(cut)
  expect(after.tables.article.text(id)).toBe(store.tables.article.text(id))
  expect(problems(after.db, 'thorough')).toEqual([])
  after.close()
})

test('without its log a project is what the last checkpoint left, and whole', () => {
  const store = project()
  const id = article(store, 'One. Two. Three.')
  tagSentence(store, id, 1, 'fact')
  store.db.pragma('wal_checkpoint(truncate)')
  tagSentence(store, id, 2, 'claim')
  const copy = join(temporaryFolder(), 'Copy.assay')
  copyFileSync(store.path, copy)
  const after = openProject(copy)
  expect(after.tables.annotation.ofArticle(id).map(one => one.label)).toEqual(['fact'])
  expect(problems(after.db, 'thorough')).toEqual([])
  after.close()
})

test('the log of an older state beside a newer project is refused as damage or changes nothing, and never by half', () => {
  const store = project()
  const id = article(store, 'One. Two. Three. Four.')
  tagSentence(store, id, 1, 'fact')
  const stale = readFileSync(`${store.path}-wal`)
  store.close()
  const again = openProject(store.path)
  tagSentence(again, id, 2, 'claim')
  const count = 2
  again.close()
  writeFileSync(`${store.path}-wal`, stale)
  try {
    const third = openProject(store.path)
    // It is a whole earlier state, or the newer one: nothing between.
    expect([1, count]).toContain(third.tables.annotation.ofArticle(id).length)
    expect(problems(third.db, 'thorough')).toEqual([])
    third.close()
  } catch (error) {
    expect(error).toMatchObject({ code: 'damaged' })
  }
})
