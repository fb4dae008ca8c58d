/** The disk is full: the word for it is clear, nothing is there by half, and it goes on when there is room. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { Refusal } from '#app/failure'
import { formatWithId } from '#app/formats/index'
import { exportCorpus } from '#main/export/export-corpus'
import { problems } from '#main/store/check'
import { createProject, openProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { article, contentOf, labelsOf, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { smallDisk } from '#main/test/small-disk'

interface Full {
  readonly folder: string
  readonly store: Store
  /** Whether all of the disk is full, or (where no small disk can be made) only the project may not grow. */
  readonly isDisk: boolean
  makeRoom(): void
}

const LONG = Array.from({ length: 300 }, (_, at) => `This is sentence ${at} of a long article.`).join(' ')
const WORDS = 'The disk is full'

let full: Full

beforeEach(() => {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  const disk = smallDisk(folder, 8)
  if (disk) onTestFinished(disk.remove)
  const store = project({ path: join(folder, 'Test.assay') })
  const id = article(store, LONG)
  tagSentence(store, id, 1, 'fact')
  if (disk) disk.fill()
  else {
    store.db.pragma('wal_checkpoint(truncate)')
    store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`)
  }
  const makeRoom = () => (disk ? disk.makeRoom() : void store.db.pragma('max_page_count = 1000000'))
  full = { folder, store, isDisk: disk !== undefined, makeRoom }
})

/** Works until the disk takes no more: what fits into the pages that there are still goes through. */
function untilFull(work: (turn: number) => void): unknown {
  for (let turn = 0; turn < 3000; turn++) {
    try {
      work(turn)
    } catch (error) {
      return full.store.refusalOf(error) ?? error
    }
  }
  throw new Error('the disk took everything')
}

test('a tag that does not fit is refused with a word, and the next one that fits is taken', () => {
  const { store, makeRoom } = full
  const id = article0(store)
  let tags = labelsOf(store, id).length
  const refusal = untilFull(turn => {
    tagSentence(store, id, 2 + turn, 'claim')
    tags++
  })
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'disk', message: expect.stringContaining(WORDS) })
  expect(labelsOf(store, id)).toHaveLength(tags)
  makeRoom()
  tagSentence(store, id, 300, 'opinion')
  expect(labelsOf(store, id)).toHaveLength(tags + 1)
  expect(problems(store.db, 'thorough')).toEqual([])
})

test('an article that does not fit is not there, and what was saved is', () => {
  const { store, makeRoom } = full
  const refusal = untilFull(turn => article(store, `Article ${turn}. ${LONG}`))
  expect(refusal).toMatchObject({ code: 'disk', message: expect.stringContaining(WORDS) })
  makeRoom()
  const before = contentOf(store)
  store.close()
  const again = openProject(store.path)
  expect(contentOf(again)).toEqual(before)
  expect(problems(again.db, 'thorough')).toEqual([])
  again.close()
})

test('an export, a backup and a new project that do not fit leave nothing behind', async () => {
  const { store, folder, isDisk } = full
  const format = formatWithId('jsonl')
  if (!format) throw new Error('there is no such format')
  // Where only the project cannot grow, a folder stands in the way of what is written.
  const target = join(folder, 'corpus.jsonl')
  if (!isDisk) mkdirSync(join(target, 'in the way'), { recursive: true })
  await expect(exportCorpus(store, { format }, target)).rejects.toThrow(isDisk ? WORDS : 'folder')
  if (!isDisk) return
  await expect(store.backUp(new Date())).rejects.toThrow(/full/)
  const beginning = {
    project: store.tables.project.only(),
    codebook: store.codebook(),
    annotator: store.tables.annotator.all()[0] ?? { id: '', name: '' },
  }
  expect(() => createProject(join(folder, 'New.assay'), beginning as never)).toThrow(WORDS)
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(
    left.filter(name => !/^(ballast|Test\.assay(-wal|-shm|-lock|-lock-journal|-backups)?)$/.test(name)),
  ).toEqual([])
  expect(existsSync(target)).toBe(false)
})

const article0 = (store: Store) => {
  const [first] = store.tables.article.inOrder()
  if (!first) throw new Error('there is no article')
  return first.id
}
