/** A project file that is damaged: recovered as far as can be, into a new file, and never touched itself. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '#app/model/annotation'
import { problems } from '#main/store/check'
import { openProject } from '#main/store/open'
import { stopped } from '#main/store/pause'
import { recover } from '#main/store/recovery/recover'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, contentOf, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { seeded } from './test/seeded.ts'

/** Another one with ASSAY_SEED. */
const SEED = Number(process.env.ASSAY_SEED ?? 22)
const ROUNDS = 80
const PAGE = 4096

/** A whole project, as bytes, and what is known of it. */
interface Whole {
  readonly bytes: Buffer
  readonly annotations: readonly Annotation[]
  /** On which pages the row of each annotation is, or was before it was moved, and on which each text. */
  readonly rowPages: ReadonlyMap<string, readonly number[]>
  readonly textPages: ReadonlyMap<string, readonly number[]>
  readonly content: unknown
}

let whole: Whole
let made = 0

function build(store: Store): void {
  for (let number = 0; number < 12; number++) {
    const length = number % 4 === 0 ? 300 : 12
    const text = Array.from({ length }, (_, at) => `In article ${number} it says ${at}.`).join(' ')
    const id = article(store, text)
    for (let sentence = 1; sentence <= 12; sentence++)
      tagSentence(
        store,
        id,
        sentence,
        ['fact', 'pledge', 'claim'][sentence % 3] ?? '',
        sentence % 2 ? ANNA : BORYS,
      )
  }
  // Some are taken back, so that there are tombstones and pages with old rows on them.
  for (let step = 0; step < 15; step++) store.history.revert(BORYS.id, 'undo')
}

function wholeProject(): Whole {
  const store = project()
  build(store)
  const content = contentOf(store)
  const annotations = [...store.tables.article.inOrder()].flatMap(({ id }) =>
    store.tables.annotation.ofArticle(id),
  )
  store.close()
  const bytes = readFileSync(store.path)
  const db = new Database(store.path, { readonly: true })
  const pagesOf = (table: string) =>
    db.prepare<[string], number>('select pageno from dbstat where name = ?').pluck().all(table)
  const pageWith = (pages: readonly number[], words: string) =>
    pages.filter(page => bytes.subarray((page - 1) * PAGE, page * PAGE).includes(words))
  // SQLite leaves old rows on pages that it has freed.
  const inUse = new Set(db.prepare<[], number>('select pageno from dbstat').pluck().all())
  const freed = Array.from({ length: bytes.length / PAGE }, (_, at) => at + 1).filter(
    page => !inUse.has(page),
  )
  const annotationPages = [...pagesOf('annotations'), ...freed]
  const texts = db.prepare<[], { article: string; text: string }>('select article, text from texts').all()
  const textTable = pagesOf('texts')
  // Every page on which some of the text is, by pieces that each lie on one page or two.
  const textPages = new Map(
    texts.map(({ article: id, text }) => {
      const pieces = text.split(/(?<=\.) /)
      return [id, [...new Set([id, ...pieces].flatMap(piece => pageWith(textTable, piece)))]]
    }),
  )
  const rowPages = new Map(annotations.map(({ id }) => [id, pageWith(annotationPages, id)]))
  db.close()
  return { bytes, annotations, rowPages, textPages, content }
}

/** Recovers these bytes; they have to be the same afterwards. */
function recovered(bytes: Buffer, log?: Buffer) {
  const folder = temporaryFolder()
  const path = join(folder, 'Damaged.assay')
  writeFileSync(path, bytes)
  if (log) writeFileSync(`${path}-wal`, log)
  const target = join(folder, `Recovered ${made++}.assay`)
  const report = recover(path, target)
  expect(readFileSync(path).equals(bytes), 'the damaged file was touched').toBe(true)
  return { report, store: openProject(target), path }
}

describe(`of a whole project, seed ${SEED}:`, () => {
  beforeAll(() => {
    console.log(`seed ${SEED}`)
  })

  test('everything is recovered, and nothing more', () => {
    whole = wholeProject()
    const { report, store } = recovered(whole.bytes)
    expect(contentOf(store)).toEqual(whole.content)
    expect(report).toMatchObject({ fromHistory: 0, remade: [], brokenPages: 0, brokenRows: 0 })
    expect(report.lost).toEqual({ articles: [], counts: {} })
    store.close()
  })

  test('it tells how far it has come; stopped at any time it leaves nothing behind', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'Damaged.assay')
    writeFileSync(path, whole.bytes)
    const told: number[] = []
    recover(path, join(folder, 'Whole.assay'), undefined, (done, total) => told.push(done / total))
    expect(told.length).toBeGreaterThan(100)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)

    const there = readdirSync(folder).sort()
    for (const step of [1, Math.floor(told.length / 3), told.length]) {
      let steps = 0
      const stop = () => {
        if (++steps === step) throw stopped()
      }
      expect(() => recover(path, join(folder, 'Out.assay'), undefined, stop)).toThrow('was stopped')
      expect(readdirSync(folder).sort()).toEqual(there)
    }
  })

  test(`whatever is on a page that was not damaged is recovered, ${ROUNDS} times`, () => {
    const random = seeded(SEED)
    const pages = whole.bytes.length / PAGE
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = Buffer.from(whole.bytes)
      const damaged = new Set<number>()
      for (let hit = 0; hit <= round % 4; hit++) {
        const page = 1 + Math.floor(random() * pages)
        damaged.add(page)
        damage(bytes.subarray((page - 1) * PAGE, page * PAGE), random)
      }
      const { store } = recovered(bytes)
      const here = `round ${round}, pages ${[...damaged]}`
      for (const [id, on] of whole.textPages)
        if (!on.some(page => damaged.has(page))) expect(store.tables.article.get(id), here).toBeDefined()
      for (const one of whole.annotations) {
        const on = [...(whole.rowPages.get(one.id) ?? []), ...(whole.textPages.get(one.article) ?? [])]
        const isHit = on.some(page => damaged.has(page))
        if (!isHit) expect(store.tables.annotation.get(one.id), here).toEqual(one)
      }
      expect(problems(store.db, 'thorough'), here).toEqual([])
      store.close()
    }
  }, 300_000)

  test('a file that is cut off gives what its pages have', () => {
    const random = seeded(SEED + 1)
    const pages = whole.bytes.length / PAGE
    for (let round = 0; round < 20; round++) {
      const kept = Math.ceil(pages / 2 + random() * (pages / 2))
      const { store } = recovered(whole.bytes.subarray(0, kept * PAGE - Math.floor(random() * PAGE)))
      for (const one of whole.annotations) {
        const on = [...(whole.rowPages.get(one.id) ?? []), ...(whole.textPages.get(one.article) ?? [])]
        if (on.every(page => page < kept)) expect(store.tables.annotation.get(one.id)).toEqual(one)
      }
      store.close()
    }
  }, 300_000)

  test('where the first page is gone, with all that says which page is what, the rest is told by its form', () => {
    const bytes = Buffer.from(whole.bytes)
    bytes.fill(0, 0, PAGE)
    const { store } = recovered(bytes)
    for (const one of whole.annotations) expect(store.tables.annotation.get(one.id)).toEqual(one)
    expect(store.tables.article.count()).toBe(12)
    expect(store.tables.project.only().name).toBe('Test')
    store.close()
  })
})

/** What disks do to pages: nothing comes back, or something else, or some bytes are others. */
function damage(page: Buffer, random: () => number): void {
  const how = random()
  if (how < 0.3) page.fill(0)
  else if (how < 0.6) for (let at = 0; at < page.length; at++) page[at] = Math.floor(random() * 256)
  else if (how < 0.8) page.fill(0xaa, Math.floor(random() * page.length))
  else
    for (let hit = 0; hit < 20; hit++) page[Math.floor(random() * page.length)] = Math.floor(random() * 256)
}

test('what is lost is named: an article by its title, what was said in it by how much that is', () => {
  const store = project()
  build(store)
  const [id] = store.tables.article.ids()
  if (!id) throw new Error('no article')
  const title = store.tables.article.get(id)?.title
  const inIt = store.db
    .prepare<[string], number>('select count(*) from annotations where article = ?')
    .pluck()
    .get(id)
  store.close()
  const bytes = readFileSync(store.path)
  // A letter of its text, wherever the disk has it.
  const said = Buffer.from('In article 0 it says 277.')
  for (let at = bytes.indexOf(said); at >= 0; at = bytes.indexOf(said, at + 1))
    bytes.write('I', at + said.length - 2)
  const { store: again, report } = recovered(bytes)
  expect(report.lost).toEqual({
    articles: [{ id, title }],
    counts: { article: 1, segmentation: 1, annotation: inIt },
  })
  expect(again.tables.article.count()).toBe(11)
  again.close()
})

test('annotations whose table is lost come back from the history, as they were last', () => {
  const store = project()
  build(store)
  const before = contentOf(store)
  const count = store.db.prepare('select count(*) from annotations').pluck().get()
  store.close()
  const bytes = readFileSync(store.path)
  const db = new Database(store.path, { readonly: true })
  const pages = db.prepare<[], number>("select pageno from dbstat where name = 'annotations'").pluck().all()
  db.close()
  for (const page of pages) bytes.fill(0, (page - 1) * PAGE, page * PAGE)
  const { store: again, report } = recovered(bytes)
  expect(report.fromHistory).toBe(count)
  expect(report.lost.counts).toEqual({})
  expect(contentOf(again)).toEqual(before)
  again.close()
})

test('what is only in the log of changes is recovered, and a log that is no log is passed over', () => {
  const store = project()
  build(store)
  const before = contentOf(store)
  const copy = join(temporaryFolder(), 'Test.assay')
  copyFileSync(store.path, copy)
  copyFileSync(`${store.path}-wal`, `${copy}-wal`)
  const { store: again } = recovered(readFileSync(copy), readFileSync(`${copy}-wal`))
  expect(contentOf(again)).toEqual(before)
  again.close()
  store.close()
  const bytes = readFileSync(store.path)
  for (const log of [Buffer.alloc(0), Buffer.from('no log'), Buffer.alloc(9000, 7)]) {
    const { store: third } = recovered(bytes, log)
    expect(contentOf(third)).toEqual(before)
    third.close()
  }
})

test('a file in which nothing of a project is refused, and nothing is left behind', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'Noise.assay')
  const random = seeded(SEED)
  writeFileSync(path, Buffer.from(Array.from({ length: 50_000 }, () => Math.floor(random() * 256))))
  expect(() => recover(path, join(folder, 'Out.assay'))).toThrow('Nothing of a project was found')
  expect(existsSync(join(folder, 'Out.assay'))).toBe(false)
})

test('a recovered project goes on: it can be tagged, undone and opened again', () => {
  const store = project()
  build(store)
  store.close()
  const bytes = readFileSync(store.path)
  bytes.fill(0, 40 * PAGE, 44 * PAGE)
  const { store: again } = recovered(bytes)
  const [first] = again.tables.article.inOrder()
  if (!first) throw new Error('nothing was recovered')
  tagSentence(again, first.id, 5, 'opinion')
  again.history.revert(ANNA.id, 'undo')
  expect(problems(again.db, 'thorough')).toEqual([])
  again.close()
  openProject(again.path).close()
})
