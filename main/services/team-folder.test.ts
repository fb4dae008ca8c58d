import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuid, v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { FileId, type TeamFolderState } from '#app/contract'
import { GroupId, LabelId } from '#app/model/ids'
import { canonicalOf } from '#main/exchange/test/machines'
import { application } from '#main/test/application'
import { temporaryFolder } from '#main/test/projects'
import { Application } from './application.ts'

type Used = Awaited<ReturnType<typeof application>>

const canonical = ({ app: { store, annotator } }: Used) => canonicalOf({ store, person: annotator })

/** Tags a sentence of the first article as the window does. */
async function tag({ app, get }: Used, number: number, label: string): Promise<void> {
  const [article] = app.store.tables.article.inOrder()
  const sentence = article && app.store.tables.segmentation.get(article.id)?.sentences[number - 1]
  if (!article || !sentence) throw new Error('no sentence')
  const ranges = [{ ...sentence, id: uuidv7() as never }]
  await get('layer.tag', { article: article.id, label: LabelId.parse(label), ranges })
}

/** Anna, whose team folder has her project, and Borys, who began with the file there. */
async function team(): Promise<{ anna: Used; borys: Used; folder: string }> {
  const folder = join(temporaryFolder(), 'Team')
  mkdirSync(folder)
  const [anna, borys] = [await application(), await application('Own')]
  const content = { kind: 'paste', title: 'Council', text: 'One. Two. Three.' } as const
  await anna.get('article.import', { group: GroupId.parse(uuidv7()), content })
  const begun = await anna.get('folder.choose', { path: folder })
  const [name = ''] = readdirSync(folder)
  expect(begun).toMatchObject({ folder, working: false, problem: null, last: { written: name, arrived: [] } })
  const file = FileId.parse(uuid())
  const piece = new Uint8Array(readFileSync(join(folder, name)))
  await borys.get('exchange.receive', { file, at: 0, piece })
  await borys.get('project.join', { file, name, job: uuid() })
  await borys.get('session.rename', { name: 'Borys' })
  await borys.get('folder.choose', { path: folder })
  await anna.get('folder.sync', {})
  return { anna, borys, folder }
}

/** The state once it is as wanted. */
function until(
  { app }: Pick<Used, 'app'>,
  wanted: (state: TeamFolderState) => boolean,
): Promise<TeamFolderState> {
  return new Promise(resolve => {
    const look = (state: TeamFolderState) => {
      if (!wanted(state)) return
      stop()
      resolve(state)
    }
    const stop = app.listen(event => event.name === 'folder' && look(event.payload))
    look(app.teamFolder.state)
  })
}

test('what one does is with the other after a round, and the windows hear of it', async () => {
  const { anna, borys } = await team()
  await tag(borys, 1, 'claim')
  await borys.get('folder.sync', {})
  anna.events.length = 0
  const state = await anna.get('folder.sync', {})
  expect(state.last?.arrived).toMatchObject([
    { by: { name: 'Borys' }, articles: 1, conflicts: 0, news: true },
  ])
  const [article] = anna.app.store.tables.article.inOrder()
  expect(anna.events).toContainEqual({
    name: 'changed',
    payload: { articles: [article?.id], seq: anna.app.store.lastChange() },
  })
  expect(anna.events.map(({ name }) => name)).toEqual(expect.arrayContaining(['folder', 'session']))
  expect(canonical(anna)).toBe(canonical(borys))
})

test('a round is no step of the person’s own: undo takes back what they did, and the round is taken back by itself', async () => {
  const { anna, borys } = await team()
  const before = canonical(anna)
  await tag(borys, 1, 'claim')
  await borys.get('folder.sync', {})
  await tag(anna, 2, 'fact')
  await anna.get('folder.sync', {})
  expect(anna.app.undoState().undo).toBe('tag')
  await anna.get('history.undo', {})
  const state = await anna.get('folder.undo', {})
  expect(state.last?.undo).toBeNull()
  expect(anna.app.store.tables.annotation.counts()).toEqual([])
  expect(before.split('\n').filter(line => line.includes('"kind":"annotation"'))).toEqual([])
  expect(await anna.ask('folder.undo', {})).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } })
})

test('a folder is remembered for the project on this computer, and a round is done at the start', async () => {
  const { anna, borys, folder } = await team()
  await anna.app.close()
  await tag(borys, 1, 'claim')
  await borys.get('folder.sync', {})
  const again = new Application(anna.app.host, anna.folder)
  onTestFinished(() => again.close())
  await again.open(join(anna.folder, 'Test.assay'))
  const state = await until({ app: again }, ({ last }) => last?.arrived.length === 1)
  expect(state).toMatchObject({ folder, problem: null })
})

test('a round follows when the folder changes', async () => {
  const { anna, borys } = await team()
  await tag(borys, 1, 'claim')
  const arrived = until(anna, ({ last }) => last?.arrived.length === 1)
  await borys.get('folder.sync', {})
  expect((await arrived).last?.arrived).toMatchObject([{ by: { name: 'Borys' } }])
})

test('who leaves the folder gets nothing more, and nothing of it is removed', async () => {
  const { anna, borys, folder } = await team()
  const before = readdirSync(folder)
  expect(await anna.get('folder.leave', {})).toMatchObject({ folder: null, last: null })
  expect(readdirSync(folder)).toEqual(before)
  await tag(borys, 1, 'claim')
  await borys.get('folder.sync', {})
  expect(await anna.get('folder.sync', {})).toMatchObject({ folder: null })
  expect(anna.app.store.tables.annotation.counts()).toEqual([])
})

test('a folder that is away is told, and used again when it is back', async () => {
  const { anna, folder } = await team()
  renameSync(folder, `${folder} away`)
  expect(await anna.get('folder.sync', {})).toMatchObject({
    working: false,
    problem: `There is no ${folder}. Check the name and the folder.`,
  })
  renameSync(`${folder} away`, folder)
  expect(await anna.get('folder.sync', {})).toMatchObject({ problem: null })
})

test('what is no folder, or not named from the beginning, is refused', async () => {
  const { ask, folder } = await application()
  expect(await ask('folder.choose', { path: join(folder, 'nowhere') })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
  expect(await ask('folder.choose', { path: 'Team' })).toMatchObject({
    ok: false,
    failure: { message: 'Name the folder with its whole path, from the beginning.' },
  })
})

test('tags are written while rounds are done, and none is lost', async () => {
  const { anna, borys } = await team()
  const rounds = [borys.get('folder.sync', {}), anna.get('folder.sync', {})]
  for (const number of [1, 2, 3]) await Promise.all([tag(anna, number, 'fact'), tag(borys, number, 'claim')])
  await Promise.all(rounds)
  for (const one of [anna, borys, anna]) await one.get('folder.sync', {})
  expect(anna.app.store.tables.annotation.counts().map(({ count }) => count)).toEqual([3, 3])
  expect(canonical(anna)).toBe(canonical(borys))
})

test('a project in a place that something synchronises is warned of, and so is one in its own team folder', async () => {
  const { app, events, get, folder } = await application('Dropbox/Test')
  const placeIn = () =>
    events.flatMap(one => (one.name === 'session' ? [one.payload.project?.synchronised] : []))
  await expect.poll(placeIn, { timeout: 30_000 }).toContainEqual({ synchroniser: 'Dropbox' })
  await get('folder.choose', { path: join(folder, 'Dropbox') })
  await expect
    .poll(() => app.session().project?.synchronised, { timeout: 30_000 })
    .toEqual({ synchroniser: null })
})
