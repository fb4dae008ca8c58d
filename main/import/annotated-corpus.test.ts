import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { jsonl } from '#app/formats/jsonl'
import { GroupId, LabelId } from '#app/model/ids'
import { exportCorpus } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, labelsOf, project, tagSentence, temporaryFolder } from '#main/test/projects'
import type { LabelChoices } from './codebook-of-file.ts'
import { importContent } from './import-content.ts'
import { previewSafely, readSafely } from './read-safely.ts'

const GROUP = GroupId.parse('01900000-0000-7000-8000-0000000000f1')
const TEXT = 'Taxes “rise” 😀. Roads fall. Nobody knows.'

/** What a project says as JSON Lines. */
async function exported(store: Store): Promise<string> {
  const path = join(temporaryFolder(), 'corpus.jsonl')
  await exportCorpus(store, { format: jsonl }, path)
  return readFileSync(path, 'utf8')
}

const bring = (store: Store, content: string, labels: LabelChoices = {}) =>
  importContent(
    store,
    { kind: 'file', name: 'corpus.jsonl', bytes: new TextEncoder().encode(content) },
    { by: ANNA.id, group: GROUP },
    { labels },
  )

/** A project in which Anna and Borys have tagged the same article. */
function annotated(): Store {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'claim')
  tagSentence(store, id, 2, 'fact')
  store.introduce(BORYS.id, BORYS.name)
  tagSentence(store, id, 1, 'opinion', BORYS)
  return store
}

test('a corpus that went out comes in as it was: ids, people, times, sentences', async () => {
  const content = await exported(annotated())
  const other = project()
  const { articles } = await bring(other, content)
  expect(articles).toMatchObject([{ added: true, annotations: 3 }])
  expect(await exported(other)).toBe(content)
})

test('the same file again changes nothing', async () => {
  const store = annotated()
  const content = await exported(store)
  const before = store.lastChange()
  const { articles } = await bring(store, content)
  expect(articles).toMatchObject([{ added: false, annotations: 0 }])
  expect(store.lastChange()).toBe(before)
})

test('a text that is in the project joins its article, and one undo takes that back', async () => {
  const content = await exported(annotated())
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 3, 'pledge')
  const before = await exported(store)
  expect((await bring(store, content)).articles).toMatchObject([
    { article: id, added: false, annotations: 3 },
  ])
  expect(labelsOf(store, id, ANNA)).toEqual(['claim', 'fact', 'pledge'])
  expect(labelsOf(store, id, BORYS)).toEqual(['opinion'])
  store.history.revert(ANNA.id, 'undo')
  expect(await exported(store)).toBe(before)
})

test('labels that the codebook has not are left out, taken for another, or added', async () => {
  const content = (await exported(annotated())).replaceAll('"label":"claim"', '"label":"Hearsay"')
  const out = project()
  expect(await bring(out, content)).toMatchObject({ unknownLabels: ['Hearsay'], labelsAdded: 0 })
  const [left] = out.tables.article.inOrder()
  if (!left) throw new Error('nothing was imported')
  expect(labelsOf(out, left.id, ANNA)).toEqual(['fact'])

  const mapped = project()
  expect(await bring(mapped, content, { Hearsay: LabelId.parse('pledge') })).toMatchObject({
    unknownLabels: [],
  })
  expect(labelsOf(mapped, left.id, ANNA)).toEqual(['pledge', 'fact'])

  const added = project()
  expect(await bring(added, content, { Hearsay: 'add' })).toMatchObject({ unknownLabels: [], labelsAdded: 1 })
  expect(labelsOf(added, left.id, ANNA)).toEqual(['hearsay', 'fact'])
  added.history.revert(ANNA.id, 'undo')
  expect(added.codebook().labels.map(label => label.id)).not.toContain('hearsay')
  expect(added.tables.article.count()).toBe(0)
})

test('a label that somebody has used since is not taken away by an undo', async () => {
  const store = project()
  const content = (await exported(annotated())).replaceAll('"label":"claim"', '"label":"Hearsay"')
  await bring(store, content, { Hearsay: 'add' })
  tagSentence(store, article(store, 'Another text. It is new.', BORYS), 1, 'hearsay', BORYS)
  expect(() => store.history.revert(ANNA.id, 'undo')).toThrow('cannot be undone')
  expect(store.codebook().labels.map(label => label.id)).toContain('hearsay')
})

test('what the codebook takes as no value of an attribute is kept in the note', async () => {
  const store = project()
  const line = {
    ...lineOf('claim'),
    attributes: { verdict: 'perhaps', colour: 'red', deadline: '2026-01-01' },
  }
  await bring(store, corpusWith(line))
  const [only] = store.tables.article.inOrder()
  if (!only) throw new Error('nothing was imported')
  expect(store.tables.annotation.ofArticle(only.id)).toMatchObject([
    { attributes: {}, note: 'Verdict: perhaps\ncolour: red\nDeadline: 2026-01-01' },
  ])
})

test('a broken file names its line, and changes nothing', async () => {
  const store = project()
  const before = store.lastChange()
  const good = corpusWith(lineOf('claim'))
  for (const [bad, reason] of [
    [`${good}{"text": "cut`, 'Line 2 is no JSON'],
    [`${good}${corpusWith({ ...lineOf('claim'), end: 999 })}`, 'Line 2 has an annotation from 0 to 999'],
    [`${good}\n${corpusWith({ ...lineOf('claim'), label: 7 })}`, 'Line 3 is not as this format has it'],
  ] as const) {
    await expect(bring(store, bad)).rejects.toThrow(reason)
  }
  expect(store.lastChange()).toBe(before)
})

const lineOf = (label: string) => ({ start: 0, end: 5, label })

const corpusWith = (annotation: object): string =>
  `${JSON.stringify({
    ...{ id: '00000000-0000-8000-8000-000000000001', title: 'T', text: 'Taxes rise. Roads fall.' },
    ...{ sentences: [], annotations: [annotation] },
  })}\n`

test('what Assay puts beside a corpus is known again: a manifest is passed over, a codebook is read', async () => {
  const path = join(temporaryFolder(), 'corpus.zip')
  await exportCorpus(annotated(), { format: jsonl, codebook: true, manifest: true, several: 'zip' }, path)
  const members = unzipSync(readFileSync(path))
  const read = (name: string, bytes: Uint8Array | undefined) =>
    readSafely(new Uint8Array(bytes ?? []), name, {})
  const whole = await read('corpus.zip', readFileSync(path))
  expect(whole.refused).toEqual([])
  expect(whole.codebook.labels.find(({ id }) => id === 'claim')?.definition).not.toBe('')
  expect(whole.drafts.map(({ annotations }) => annotations?.length)).toEqual([3])

  const manifest = members['manifest.json']
  expect(await read('manifest.json', manifest)).toMatchObject({ drafts: [], refused: [] })
  expect(await previewSafely(new Uint8Array(manifest ?? []), 'manifest.json')).toBeUndefined()
  const alone = await read('codebook.json', members['codebook.json'])
  expect(alone.codebook).toEqual(whole.codebook)
  const other = new TextEncoder().encode('{"name":"Extension","version":"1"}')
  await expect(read('manifest.json', other)).rejects.toThrow('text of articles')
})

test('in an archive of other texts an annotated file is one of them, and none is passed over', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const doccano = `${JSON.stringify({ id: 1, text: 'Taxes rise.', label: [[0, 11, 'claim']] })}\n`
  const archive = zipSync({
    'one.txt': bytes('One. It begins.'),
    'annotated.jsonl': bytes(doccano),
    'empty.txt': bytes(''),
  })
  const { drafts, refused } = await readSafely(new Uint8Array(archive), 'mixed.zip')
  expect(drafts.map(({ text, annotations }) => [text, annotations?.length ?? 0])).toEqual([
    ['One. It begins.', 0],
    ['Taxes rise.', 1],
  ])
  expect(refused.map(({ name }) => name)).toEqual(['empty.txt'])
})

test('annotations of one id are all taken: the others, and one whose id something else has, get ids of their own', async () => {
  const store = project()
  const id = '01900000-0000-7000-8000-00000000abcd'
  const line = (text: string) =>
    `${JSON.stringify({
      ...{ text, sentences: [] },
      annotations: [
        { id, start: 0, end: 5, label: 'claim' },
        { id, start: 6, end: 11, label: 'fact' },
      ],
    })}\n`
  const content = line('Taxes rise again.') + line('Roads break again.')
  await bring(store, content)
  expect(store.tables.annotation.counts()).toMatchObject([{ count: 2 }, { count: 2 }])
  const change = store.lastChange()
  await bring(store, content)
  expect(store.lastChange()).toBe(change)
})
