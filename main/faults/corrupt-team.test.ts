/** What a team's project has besides articles and layers, recovered from a damaged file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { codebookVersion } from '#app/model/codebook-version'
import { identityId } from '#app/model/identity'
import { dealArticles, planDealing } from '#main/assign/deal-articles'
import { conflictsIn } from '#main/exchange/conflicts'
import { acts, machine, send } from '#main/exchange/test/machines'
import { problems } from '#main/store/check'
import { openProject } from '#main/store/open'
import { recover } from '#main/store/recovery/recover'
import type { Store } from '#main/store/store'
import { ANNA, BORYS, contentOf, person, temporaryFolder } from '#main/test/projects'

const PAGE = 4096
const AT = '2026-11-26T00:00:00.000Z'

/** Anna's project: articles dealt out, a guideline, who said who they are, decisions, and what contradicts. */
async function teamProject() {
  const anna = machine(ANNA)
  const borys = machine(BORYS, 60_000)
  const { store } = anna
  for (const n of [0, 1, 2]) acts.import(anna, n)
  await send(anna, borys)
  store.introduce(BORYS.id, BORYS.name)
  const write = (
    action: 'change-guideline' | 'identify',
    edit: Parameters<Store['write']>[0]['edits'][number],
  ) => store.write({ by: ANNA.id, action, edits: [edit] })
  const { id } = store.tables.project.only()
  const guideline = {
    id,
    text: '# Facts\n\nTag what can be checked.',
    codebook: codebookVersion(store.codebook()),
  }
  write('change-guideline', { kind: 'guideline', id, after: { ...guideline, by: ANNA.id, at: AT } })
  const terms = {
    ...{ each: 1, overlap: 1, overlapTo: null },
    ...({ balance: 'articles', stratify: 'none', seed: 1 } as const),
  }
  const plan = planDealing(store, [BORYS.id, { name: 'Vera' }], terms)
  dealArticles(store, plan, { by: ANNA.id, terms, blind: false, at: AT })
  const identity = { annotator: BORYS.id, person: person('Borys at home').id, name: 'Borys at home', at: AT }
  write('identify', { kind: 'identity', id: identityId(identity), after: identity })
  for (const n of [0, 1, 2, 5, 6]) {
    acts.tag(anna, n)
    acts.tag(borys, n + 1)
  }
  acts.redefine(anna, 0)
  acts.redefine(borys, 4)
  await send(borys, anna)
  for (const n of [0, 1, 3]) acts.decide(anna, n)
  await send(anna, borys)
  acts.decide(borys, 1)
  acts.decide(anna, 4)
  await send(borys, anna)
  expect(conflictsIn(store).map(({ kind }) => kind)).toContain('label')
  for (const kind of ['decision', 'dealing', 'identity', 'guideline', 'membership', 'collection'] as const)
    expect([kind, countOf(store, kind === 'identity' ? 'identities' : `${kind}s`)]).not.toEqual([kind, 0])
  return { store, all: allOf(store) }
}

const countOf = (store: Store, table: string) =>
  store.db.prepare<[], number>(`select count(*) from ${table}`).pluck().get()

/** All that a project says, with what contradicts and what was deleted. */
const allOf = (store: Store) => ({
  content: contentOf(store),
  conflicts: conflictsIn(store),
  versions: store.db.prepare('select * from siblings order by kind, record, revision').all(),
  buried: store.db.prepare('select kind, record from tombstones order by kind, record').all(),
})

/** Recovers the bytes of a project with the pages of some of its tables, or by number, filled with nothing. */
function recoveredWithout(path: string, tables: readonly string[], pages: readonly number[] = []) {
  const bytes = readFileSync(path)
  const db = new Database(path, { readonly: true })
  const pagesOf = db.prepare<[string], number>('select pageno from dbstat where name = ?').pluck()
  for (const page of [...pages, ...tables.flatMap(table => pagesOf.all(table))])
    bytes.fill(0, (page - 1) * PAGE, page * PAGE)
  db.close()
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'Damaged.assay'), bytes)
  const report = recover(join(folder, 'Damaged.assay'), join(folder, 'Recovered.assay'))
  const store = openProject(join(folder, 'Recovered.assay'))
  expect(problems(store.db, 'thorough')).toEqual([])
  const all = allOf(store)
  store.close()
  return { report, all }
}

test('a team’s project is recovered whole, with what contradicts in it', async () => {
  const { store, all } = await teamProject()
  store.close()
  const { report, all: again } = recoveredWithout(store.path, [])
  expect(again).toEqual(all)
  expect(report).toMatchObject({ fromHistory: 0, remade: [], lost: { articles: [], counts: {} } })
})

test('where the first page is gone, each of its records is told by its form', async () => {
  const { store, all } = await teamProject()
  store.close()
  const { report, all: again } = recoveredWithout(store.path, [], [1])
  expect(again).toEqual(all)
  expect(report.lost).toEqual({ articles: [], counts: {} })
})

test.each([
  'guidelines',
  'dealings',
  'identities',
  'decisions',
  'collections',
  'memberships',
  'siblings',
  'reviews',
  'labels',
])('%s that are lost come back from the history, as they were last', async table => {
  const { store, all } = await teamProject()
  const count = countOf(store, table)
  store.close()
  const { report, all: again } = recoveredWithout(store.path, [table])
  expect(again).toEqual(all)
  expect(report.fromHistory).toBe(count)
  expect(report.lost.counts).toEqual({})
})

test('what the undo of a merge left comes back from the history too', async () => {
  const { store } = await teamProject()
  store.history.revert(ANNA.id, 'undo')
  const all = allOf(store)
  store.close()
  const { all: again } = recoveredWithout(store.path, ['decisions', 'siblings', 'annotations'])
  expect(again).toEqual(all)
})

test('where project and history are lost, its guideline still says which project it was', async () => {
  const { store } = await teamProject()
  const { id } = store.tables.project.only()
  store.close()
  const { report, all } = recoveredWithout(store.path, ['project', 'history', 'sqlite_autoindex_project_1'])
  expect(JSON.stringify(all.content)).toContain(id)
  expect(report.remade).toEqual(['The name of the project is lost; it is called as its file now.'])
})
