import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { removeAttribute } from '#app/codebook/change-attributes'
import { changeLabel, retireLabel } from '#app/codebook/change-labels'
import { mergeLabels } from '#app/codebook/merge-labels'
import type { Input } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import { AnnotationId, AttributeId, LabelId } from '#app/model/ids'
import { application } from '#main/test/application'
import { article } from '#main/test/projects'

const [FACT, CLAIM] = ['fact', 'claim'].map(id => LabelId.parse(id)) as [LabelId, LabelId]

/** An application with an empty project, made with a ready codebook, and what changes that. */
async function editing(codebook?: Input<'project.create'>['codebook']) {
  const used = await application('Test', codebook)
  const { app, get } = used
  const change = (how: (now: Codebook) => Codebook, reason = '') => {
    const now = app.store.codebook()
    return get('codebook.change', { base: codebookVersion(now), ...how(now), reason })
  }
  return { ...used, change }
}

test('the windows hear of a changed codebook, and that any article may read otherwise', async () => {
  const { events, change } = await editing()
  const session = await change(book => changeLabel(book, FACT, { name: 'Truth' }), 'Clearer')
  expect(session.project?.codebook.labels[0]?.name).toBe('Truth')
  expect(session.project?.undo.undo).toBe('change-codebook')
  expect(events.slice(-2)).toMatchObject([
    { name: 'changed', payload: { articles: null } },
    { name: 'session', payload: { project: { codebook: { labels: [{ name: 'Truth' }, {}, {}, {}] } } } },
  ])
})

test('a change of a codebook that was changed elsewhere meanwhile is refused', async () => {
  const { app, ask, change } = await editing()
  const stale = app.store.codebook()
  await change(book => changeLabel(book, FACT, { name: 'Truth' }))
  const outcome = await ask('codebook.change', { base: codebookVersion(stale), ...stale, reason: '' })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(app.store.tables.label.get('fact')?.name).toBe('Truth')
})

test('an edition is restored as a change of its own, and undone', async () => {
  const { app, get, change } = await editing()
  const before = app.store.codebook()
  await change(book => changeLabel(book, FACT, { name: 'Truth' }))
  const [, first] = await get('codebook.editions', {})
  if (!first) throw new Error('no edition')
  const base = codebookVersion(app.store.codebook())
  await get('codebook.restore', { edition: first.id, base, reason: 'Better so' })
  expect(app.store.codebook()).toEqual(before)
  expect(await get('codebook.editions', {})).toMatchObject([
    { reason: 'Better so', current: true },
    { current: false },
    { current: false },
  ])
  await get('history.undo', {})
  expect(app.store.tables.label.get('fact')?.name).toBe('Truth')
})

test('a retired label tags nothing, and the refusal says what to choose instead', async () => {
  const { app, ask, change } = await editing()
  const id = article(app.store, 'One. Two.', app.annotator)
  await change(book => mergeLabels(retireLabel(book, LabelId.parse('pledge')), FACT, CLAIM))
  const tag = (label: string) =>
    ask('layer.tag', {
      article: id,
      label: LabelId.parse(label),
      ranges: [{ start: 0, end: 4, id: AnnotationId.parse(uuidv7()) }],
    })
  expect(await tag('fact')).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/“Fact” is retired.*Choose “Claim”/) },
  })
  expect(await tag('pledge')).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/Choose another label/) },
  })
  expect(await tag('claim')).toMatchObject({ ok: true })
})

test('the value of an attribute that was removed keeps nobody from writing a note, and is there when it comes back', async () => {
  const { app, get, change } = await editing()
  const id = article(app.store, 'One. Two.', app.annotator)
  const annotation = AnnotationId.parse(uuidv7())
  await get('layer.tag', { article: id, label: CLAIM, ranges: [{ start: 0, end: 4, id: annotation }] })
  const said = { article: id, annotation, start: 0, end: 4, mentions: {}, attributes: { verdict: 'refuted' } }
  await get('layer.annotate', { ...said, note: '' })
  await change(book => removeAttribute(book, AttributeId.parse('verdict')))
  await get('layer.annotate', { ...said, note: 'Kept' })
  expect(app.store.tables.annotation.get(annotation)).toMatchObject({
    note: 'Kept',
    attributes: { verdict: 'refuted' },
  })
})

test('a file shows what it would make of the codebook, and writes nothing', async () => {
  const { app, ask, get } = await editing()
  const before = app.store.lastChange()
  const file = { labels: [{ id: 'rumour', name: 'Rumour' }].map((one, position) => ({ ...one, position })) }
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      labels: file.labels.map(one => ({ ...one, definition: '', colour: 'sky', key: 'r', exclusive: true })),
      attributes: [],
    }),
  )
  const read = await get('codebook.read', { name: 'theirs.json', bytes })
  expect(read.differences).toMatchObject([{ of: 'label', name: 'Rumour', change: 'added' }])
  expect(read.codebook.labels).toHaveLength(5)
  expect(app.store.lastChange()).toBe(before)
  expect(await ask('codebook.read', { name: 'theirs.txt', bytes })).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('is no codebook') },
  })
})

test('a project begins with the ready codebook that was chosen', async () => {
  const { app } = await editing('argument-components')
  expect(app.store.codebook().labels.map(one => one.id)).toEqual(['claim', 'premise', 'other'])
})
