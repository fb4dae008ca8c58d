import { rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { AnnotationId, LabelId } from '#app/model/ids'
import { application } from '#main/test/application'
import { article, contentOf, tagSentence } from '#main/test/projects'

test('a copy of a backup is opened beside, and the project is left alone', async () => {
  const { app, get } = await application()
  const id = article(app.store, 'One. Two.', app.annotator)
  tagSentence(app.store, id, 1, 'fact', app.annotator)
  // That of the session may have had it already.
  await get('backup.make', { job: crypto.randomUUID() })
  tagSentence(app.store, id, 2, 'claim', app.annotator)
  const { path } = app.store
  const before = contentOf(app.store)
  const opening = app.session().project?.opening
  const { backups } = await get('backup.list', {})
  const session = await get('backup.restore', {
    name: backups.at(-1)?.name ?? '',
    beside: true,
    job: crypto.randomUUID(),
  })
  expect(session.project?.fileName).not.toBe(basename(path))
  // The window begins anew with it, though it is the same project.
  expect(session.project?.opening).not.toBe(opening)
  expect(app.store.tables.annotation.ofArticle(id).map(({ label }) => label)).toEqual(['fact'])
  await app.open(path)
  expect(contentOf(app.store)).toEqual(before)
})

test('where no backup can be made the window is told why, until one is made', async () => {
  const { app, get } = await application()
  article(app.store, 'One. Two.', app.annotator)
  const { path } = app.store
  await app.close()
  // Something else stands where the backups belong.
  rmSync(`${path}-backups`, { recursive: true, force: true })
  writeFileSync(`${path}-backups`, '')
  await app.open(path)
  const notBackedUp = () => app.session().project?.notBackedUp
  await expect.poll(notBackedUp, { timeout: 20_000 }).toContain('-backups')
  rmSync(`${path}-backups`)
  expect(await get('backup.make', { job: crypto.randomUUID() })).toBe(true)
  expect(notBackedUp()).toBeNull()
})

test('a window goes on where it is when a copy of what is open is saved, or it comes under a passphrase', async () => {
  const { app, get } = await application()
  article(app.store, 'One. Two.', app.annotator)
  const opening = app.session().project?.opening
  expect((await get('project.save-copy', {}))?.project?.opening).toBe(opening)
  const next = 'паром leaves the harbour at noon'
  await get('project.protect', { passphrase: null, next, job: crypto.randomUUID() })
  expect(app.session().project?.opening).toBe(opening)
  await app.open(app.store.path)
  expect(app.session().project?.opening).toBe(opening)
})

test('a step that comes while the project is opened again waits for that, and is saved', async () => {
  const { app, get, ask } = await application()
  const id = article(app.store, 'One. Two.', app.annotator)
  // Its threads have begun, and take their time to end.
  await get('backup.make', { job: crypto.randomUUID() })
  /** Tags four units while a project that is being opened again is closed. */
  const tagWhile = async (work: Promise<unknown>, start: number) => {
    while (app.session().project) await setImmediate()
    const range = { start, end: start + 4, id: AnnotationId.parse(uuidv7()) }
    const saved = await ask('layer.tag', { article: id, label: LabelId.parse('fact'), ranges: [range] })
    await work
    return saved
  }
  expect(await tagWhile(get('project.save-copy', {}), 0)).toMatchObject({ ok: true })
  const protect = { passphrase: null, next: 'паром leaves at noon', job: crypto.randomUUID() }
  expect(await tagWhile(get('project.protect', protect), 5)).toMatchObject({ ok: true })
  expect(app.store.tables.annotation.ofArticle(id).map(({ start }) => start)).toEqual([0, 5])
})
