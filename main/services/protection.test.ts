import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type CallName, decoded, type Input } from '#app/contract'
import type { Failure } from '#app/failure'
import { AnnotationId, GroupId, LabelId } from '#app/model/ids'
import { backupsOf } from '#main/store/backup'
import { isProtected } from '#main/store/protection/project-key'
import { application } from '#main/test/application'
import { article, project } from '#main/test/projects'
import { filesWith, OTHER, PASSPHRASE } from '#main/test/protected'

const WORD = 'Quorblax'
const TEXT = `The road to ${WORD} is shut. It opens in May. Nobody believes it.`

type Used = Awaited<ReturnType<typeof application>>

/** How a call is refused. */
const refusing =
  ({ ask }: Used) =>
  async <N extends CallName>(name: N, input: Input<N>): Promise<Failure> => {
    const outcome = await ask(name, input)
    if (outcome.ok) throw new Error(`${name} was not refused`)
    return outcome.failure
  }

const paste = async ({ get }: Used, text: string) => {
  const { articles } = await get('article.import', {
    group: GroupId.parse(uuidv7()),
    content: { kind: 'paste', title: '', text },
  })
  const [one] = articles
  if (!one) throw new Error('nothing was imported')
  return one.article
}

/** An application on a protected project with an article. */
async function protectedApplication() {
  const used = await application()
  const id = await paste(used, TEXT)
  const { session } = await used.get('project.protect', {
    passphrase: null,
    next: PASSPHRASE,
    job: crypto.randomUUID(),
  })
  expect(session.project?.isProtected).toBe(true)
  return { ...used, refused: refusing(used), id, path: used.app.store.path }
}

test('a protected project is worked with as any other, by every thread', async () => {
  const used = await protectedApplication()
  const { sentences, article: open } = decoded(await used.get('article.open', { article: used.id }))
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const range = { ...first, id: AnnotationId.parse(uuidv7()) }
  await used.get('layer.tag', { article: open.id, label: LabelId.parse('fact'), ranges: [range] })
  const more = await paste(used, `Another text, of ${WORD} as well.`)
  const page = await used.get('library.page', { filter: {}, order: 'imported', offset: 0, limit: 10 })
  expect(page.articles.map(({ id }) => id).sort()).toEqual([used.id, more].sort())
  expect(await used.get('backup.make', { job: crypto.randomUUID() })).toBe(true)
  expect((await used.get('backup.list', {})).backups[0]?.content?.articles).toBe(2)
})

test('no file of it has a word of the articles while it is open, nor after it', async () => {
  const used = await protectedApplication()
  await paste(used, `Another text, of ${WORD} as well.`)
  await used.get('backup.make', { job: crypto.randomUUID() })
  expect(existsSync(`${used.path}-wal`)).toBe(true)
  expect(backupsOf(used.path).length).toBeGreaterThan(0)
  expect(filesWith(used.folder, [WORD])).toEqual([])
  await used.get('project.lock', {})
  expect(filesWith(used.folder, [WORD])).toEqual([])
})

test('nobody but who knows the passphrase changes or removes it', async () => {
  const { get, refused, path } = await protectedApplication()
  expect(
    (await refused('project.protect', { passphrase: null, next: OTHER, job: crypto.randomUUID() })).code,
  ).toBe('needs-passphrase')
  const wrong = await refused('project.protect', { passphrase: OTHER, next: null, job: crypto.randomUUID() })
  expect(wrong.code).toBe('wrong-passphrase')
  expect(isProtected(path)).toBe(true)
  const { session } = await get('project.protect', {
    passphrase: PASSPHRASE,
    next: OTHER,
    job: crypto.randomUUID(),
  })
  expect(session.project?.isProtected).toBe(true)
  await get('project.lock', {})
  expect((await refused('project.unlock', { passphrase: PASSPHRASE })).code).toBe('wrong-passphrase')
  await get('project.unlock', { passphrase: OTHER })
  const bare = await get('project.protect', { passphrase: OTHER, next: null, job: crypto.randomUUID() })
  expect(bare.session.project?.isProtected).toBe(false)
  expect(isProtected(path)).toBe(false)
  expect((await refused('project.lock', {})).code).toBe('conflict')
})

test('a locked project is closed, says its file’s name only, and is there again where it was', async () => {
  const { get, refused, app, path, id } = await protectedApplication()
  await get('article.leave-mark', { article: id, position: 30 })
  const locked = await get('project.lock', {})
  expect(locked).toMatchObject({ project: null, damaged: null, locked: { wasOpen: true } })
  expect(existsSync(`${path}-lock`)).toBe(false)
  expect((await refused('article.open', { article: id })).code).toBe('not-found')
  expect((await refused('project.unlock', { passphrase: 'not it' })).code).toBe('wrong-passphrase')
  expect(app.session().locked).not.toBeNull()
  const open = await get('project.unlock', { passphrase: PASSPHRASE })
  expect(open).toMatchObject({ locked: null, project: { isProtected: true } })
  expect(await get('article.last', {})).toBe(id)
})

test('another project stays open until the passphrase is given, and when it is not', async () => {
  const { get, refused, path } = await protectedApplication()
  const other = project()
  article(other, 'Elsewhere.')
  other.close()
  await get('project.open', { path: other.path })
  const closed = await refused('project.open', { path })
  expect(closed).toMatchObject({ code: 'needs-passphrase' })
  const waiting = await get('session.state', {})
  expect(waiting).toMatchObject({ project: { fileName: 'Test.assay' }, locked: { wasOpen: false } })
  expect(waiting.recent.map(({ isProtected: is }) => is)).toEqual([false, true])
  expect(await get('project.leave-locked', {})).toMatchObject({
    locked: null,
    project: { isProtected: false },
  })
  await refused('project.open', { path })
  expect(await get('project.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    project: { isProtected: true },
    locked: null,
  })
})

test.skipIf(process.platform === 'win32')(
  'by another name that leads to it, the open project stays open',
  async () => {
    const { get, path, folder } = await protectedApplication()
    const link = join(folder, 'Link.assay')
    symlinkSync(path, link)
    expect(await get('project.open', { path: link })).toMatchObject({
      project: { isProtected: true, fileName: basename(path) },
      locked: null,
    })
  },
)

test('what runs is not broken off by the lock', async () => {
  const used = await protectedApplication()
  const [text, locked] = await Promise.all([
    paste(used, `Another text, of ${WORD} as well.`),
    used.get('project.lock', {}),
  ])
  expect(locked.project).toBeNull()
  await used.get('project.unlock', { passphrase: PASSPHRASE })
  expect(decoded(await used.get('article.open', { article: text })).sentences).toHaveLength(1)
})

test('nobody there: the windows are asked to lock, and without one it is locked', async () => {
  const { app, events } = await protectedApplication()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  app.leave()
  expect(events).toContainEqual({ name: 'command', payload: { command: 'lock' } })
  vi.runAllTimers()
  vi.useRealTimers()
  await expect.poll(() => app.session().project, { timeout: 20_000 }).toBeNull()
  expect(app.session().locked).toMatchObject({ wasOpen: true })
})

test('a project without a passphrase is not locked, whoever leaves', async () => {
  const { app, events } = await application()
  app.leave()
  expect(events.filter(({ name }) => name === 'command')).toEqual([])
})

test('one that is damaged is told of once its passphrase is known, and recovered under it', async () => {
  const { get, app, refused, path } = await protectedApplication()
  await get('project.lock', {})
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0xaa, 4096 * 3, 4096 * 5))
  expect((await refused('project.unlock', { passphrase: PASSPHRASE })).code).toBe('damaged')
  expect(app.session()).toMatchObject({
    project: null,
    locked: null,
    damaged: { fileName: expect.any(String) },
  })
  const { session } = await get('backup.recover', { job: crypto.randomUUID() })
  expect(session.project?.isProtected).toBe(true)
})

test('a project that was moved while it was open is not let go of, and saved as a copy under its key', async () => {
  const { get, refused, path, folder } = await protectedApplication()
  renameSync(path, join(folder, 'Away.assay'))
  expect((await refused('project.lock', {})).code).toBe('moved')
  expect(
    (await refused('project.protect', { passphrase: PASSPHRASE, next: null, job: crypto.randomUUID() })).code,
  ).toBe('moved')
  const session = await get('project.save-copy', {})
  expect(session?.project?.isProtected).toBe(true)
  expect(isProtected(path)).toBe(true)
})

test('neither the settings nor the log of faults nor a message knows a passphrase', async () => {
  const { get, refused, folder } = await protectedApplication()
  await get('project.lock', {})
  const said = JSON.stringify(await refused('project.unlock', { passphrase: OTHER }))
  const unparsed = JSON.stringify(
    await refused('project.protect', { passphrase: PASSPHRASE, next: 'short', job: crypto.randomUUID() }),
  )
  expect(said + unparsed).not.toMatch(/four words|short/)
  expect(filesWith(folder, [PASSPHRASE, OTHER])).toEqual([])
})
