import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuid, v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { FileId, LARGEST_PIECE } from '#app/contract'
import { AnnotatorId, GroupId } from '#app/model/ids'
import { canonicalOf } from '#main/exchange/test/machines'
import { application } from '#main/test/application'
import { tagSentence } from '#main/test/projects'

type Used = Awaited<ReturnType<typeof application>>

const job = () => uuid()

/** Sends a file as the window does, in small pieces. */
async function sent({ get }: Used, path: string): Promise<{ file: FileId; name: string }> {
  const file = FileId.parse(uuid())
  const bytes = new Uint8Array(readFileSync(path))
  for (let at = 0; at < bytes.length; at += 1000)
    await get('exchange.receive', { file, at, piece: bytes.slice(at, at + 1000) })
  return { file, name: 'From a colleague' }
}

async function withArticle(used: Used): Promise<void> {
  const content = { kind: 'paste', title: 'Council', text: 'One. Two. Three.' } as const
  const { articles } = await used.get('article.import', { group: GroupId.parse(uuidv7()), content })
  const [one] = articles
  if (one) tagSentence(used.app.store, one.article, 1, 'fact', used.app.annotator)
}

/** Two installations; the second joins the project of the first. */
async function team(): Promise<[Used, Used]> {
  const [anna, borys] = [await application(), await application('Own')]
  await withArticle(anna)
  await anna.get('exchange.share', { part: { what: 'all' }, packed: false, job: job() })
  const name = `Test ${anna.app.annotator.name}.assay.jsonl`
  await borys.get('session.rename', { name: 'Borys' })
  await borys.get('project.join', { ...(await sent(borys, join(anna.folder, name))), job: job() })
  return [anna, borys]
}

const canonical = ({ app: { store, annotator } }: Used) => canonicalOf({ store, person: annotator })

test('who joins by a file has the project of the colleague, in a file of their own', async () => {
  const [anna, borys] = await team()
  expect(borys.app.session().project?.project).toEqual(anna.app.session().project?.project)
  expect(borys.app.store.path).not.toBe(anna.app.store.path)
  expect(borys.app.store.tables.article.count()).toBe(1)
  expect(borys.events.some(({ name }) => name === 'session')).toBe(true)
  expect(
    readdirSync(join(borys.folder, 'spool')).flatMap(one => readdirSync(join(borys.folder, 'spool', one))),
  ).toEqual([])
})

test('a file that cannot be joined makes no project, and the open one stays', async () => {
  const used = await application()
  const file = FileId.parse(uuid())
  await used.get('exchange.receive', { file, at: 0, piece: new TextEncoder().encode('no exchange file') })
  const before = readdirSync(used.folder).filter(name => name.endsWith('.assay'))
  const outcome = await used.ask('project.join', { file, name: 'Letter', job: job() })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable' } })
  expect(readdirSync(used.folder).filter(name => name.endsWith('.assay'))).toEqual(before)
  expect(used.app.session().project?.project.name).toBe('Test')
})

test('a file that is cut off within makes no project', async () => {
  const [anna] = await team()
  const whole = new Uint8Array(readFileSync(join(anna.folder, `Test ${anna.app.annotator.name}.assay.jsonl`)))
  const other = await application('Other')
  const file = FileId.parse(uuid())
  await other.get('exchange.receive', { file, at: 0, piece: whole.slice(0, -100) })
  const outcome = await other.ask('project.join', { file, name: 'Torn', job: job() })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable' } })
  expect(readdirSync(other.folder).filter(name => name.startsWith('Test'))).toEqual([])
  expect(other.app.session().project?.project.name).toBe('Other')
})

test('what a colleague sent is looked at, merged, and taken back with one undo', async () => {
  const [anna, borys] = await team()
  const [article] = borys.app.store.tables.article.inOrder()
  if (!article) throw new Error('no article')
  tagSentence(borys.app.store, article.id, 2, 'claim', borys.app.annotator)
  const shared = await borys.get('exchange.share', {
    part: { what: 'annotator', annotator: borys.app.annotator.id },
    job: job(),
  })
  expect(shared).toMatchObject({ fileName: 'Test Borys.assay.jsonl.gz', download: null })
  expect([...readFileSync(join(borys.folder, 'Test Borys.assay.jsonl.gz')).subarray(0, 2)]).toEqual([
    0x1f, 0x8b,
  ])

  const before = canonical(anna)
  const files = [await sent(anna, join(borys.folder, 'Test Borys.assay.jsonl.gz'))]
  const [seen] = await anna.get('exchange.preview', { files, job: job() })
  expect(seen).toMatchObject({
    name: 'From a colleague',
    outcome: {
      value: {
        file: 'From a colleague',
        header: { by: { name: 'Borys' } },
        articles: [
          { title: 'Council', added: false, annotators: [{ annotator: { name: 'Borys' }, added: 1 }] },
        ],
      },
    },
  })
  expect(canonical(anna)).toBe(before)

  anna.events.length = 0
  const merged = await anna.get('exchange.merge', { files, job: job() })
  expect(merged).toMatchObject({ changed: true, files: [seen] })
  expect(anna.app.undoState().undo).toBe('merge')
  expect(anna.events.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['progress', 'changed', 'session']),
  )
  expect(await anna.ask('exchange.merge', { files, job: job() })).toMatchObject({
    ok: false,
    failure: { code: 'not-found', message: 'The file is no longer at hand. Choose it again.' },
  })
  await anna.get('history.undo', {})
  expect(canonical(anna)).toBe(before)
})

test('what changed since the last file for a colleague is all that is in the next', async () => {
  const [anna] = await team()
  expect(await anna.get('exchange.colleagues', {})).toEqual([])
  const part = { what: 'news', colleague: 'Borys' } as const
  const first = await anna.get('exchange.share', { part, packed: false, job: job() })
  expect(first?.counts).toMatchObject({ article: 1, annotation: 1 })
  expect(await anna.get('exchange.colleagues', {})).toMatchObject([{ name: 'Borys', news: false }])
  const [article] = anna.app.store.tables.article.inOrder()
  if (article) tagSentence(anna.app.store, article.id, 2, 'claim', anna.app.annotator)
  expect(await anna.get('exchange.colleagues', {})).toMatchObject([{ name: 'Borys', news: true }])
  const second = await anna.get('exchange.share', { part, packed: false, job: job() })
  expect(second?.counts).toEqual({ annotation: 1 })
})

test('files that were dropped are gone; those of a window that was closed go with the application', async () => {
  const used = await application()
  const piece = new TextEncoder().encode('x')
  const [one, other] = [FileId.parse(uuid()), FileId.parse(uuid())]
  await used.get('exchange.receive', { file: one, at: 0, piece })
  await used.get('exchange.receive', { file: other, at: 0, piece })
  const path = used.app.spool.pathOf(other)
  await used.get('exchange.drop', { files: [one] })
  expect(await used.ask('exchange.preview', { files: [{ file: one, name: 'x' }], job: job() })).toMatchObject(
    {
      ok: false,
      failure: { code: 'not-found' },
    },
  )
  await used.app.close()
  expect(existsSync(path)).toBe(false)
})

test('pieces and files are checked: no path, and not too much at once', async () => {
  const { ask } = await application()
  const file = '../../settings.json' as FileId
  expect(await ask('exchange.receive', { file, at: 0, piece: new Uint8Array(1) })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  })
  const large = new Uint8Array(LARGEST_PIECE + 1)
  expect(await ask('exchange.receive', { file: FileId.parse(uuid()), at: 0, piece: large })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  })
  const nobody = AnnotatorId.parse(uuidv7())
  expect(
    await ask('exchange.share', {
      part: { what: 'annotator', annotator: nobody, more: 1 } as never,
      job: job(),
    }),
  ).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
})
