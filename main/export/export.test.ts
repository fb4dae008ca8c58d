import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Format } from '#app/formats/format'
import { formatWithId } from '#app/formats/index'
import { Restriction } from '#app/formats/restriction'
import { GOLD } from '#app/model/annotator'
import { LabelId } from '#app/model/ids'
import { ArticleFilter } from '#app/model/library'
import { openZip } from '#main/import/zip/open-zip'
import { article, BORYS, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { exportCorpus } from './export-corpus.ts'
import { writeWhole } from './write-whole.ts'

const jsonl = formatWithId('jsonl') as Format

test('an export has every article, and says how many', async () => {
  const store = project()
  for (let index = 0; index < 30; index++)
    tagSentence(store, article(store, `Article ${index}. More.`), 1, 'fact')
  const path = join(dirname(store.path), 'out.jsonl')
  const done = await exportCorpus(store, { format: jsonl }, path)
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(done).toEqual({ articles: 30, bytes: readFileSync(path).length })
  expect(lines.map(line => line.title)).toEqual(
    Array.from({ length: 30 }, (_, index) => `Article ${index}. More.`),
  )
})

test('the project can be written again after an export', async () => {
  const store = project()
  const id = article(store, 'One. Two.')
  await exportCorpus(store, { format: jsonl }, join(dirname(store.path), 'out.jsonl'))
  tagSentence(store, id, 1, 'fact')
})

test('no project, no part of one, and nothing that is no file is written over', async () => {
  const store = project()
  tagSentence(store, article(store, 'One. Two.'), 1, 'fact')
  const other = project()
  other.close()
  // One that is called as no project is.
  const renamed = join(temporaryFolder(), 'renamed.jsonl')
  renameSync(other.path, renamed)
  const before = [readFileSync(store.path), readFileSync(renamed)]
  for (const path of [store.path, `${store.path}-wal`, `${store.path}-lock`, renamed])
    await expect(writeWhole(path, ['text'])).rejects.toMatchObject({ code: 'exists' })
  expect([readFileSync(store.path), readFileSync(renamed)]).toEqual(before)
  for (const path of [dirname(store.path), '/dev/null'])
    await expect(writeWhole(path, ['text'])).rejects.toMatchObject({ code: 'invalid-input' })
  expect(store.tables.annotation.counts()).toHaveLength(1)
})

test('what a killed process left of a file goes when the file is written, and not what is being written', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'out.txt')
  const [old, fresh] = [join(folder, '.out.txt.0000aaaa.partial'), join(folder, '.out.txt.0000bbbb.partial')]
  for (const one of [old, fresh]) writeFileSync(one, 'half')
  const yesterday = new Date(Date.now() - 86_400_000)
  utimesSync(old, yesterday, yesterday)
  await writeWhole(path, ['whole'])
  expect(readdirSync(folder).sort()).toEqual(['.out.txt.0000bbbb.partial', 'out.txt'])
})

test('a name may be as long as a name can be', async () => {
  const path = join(temporaryFolder(), `${'n'.repeat(251)}.txt`)
  expect(await writeWhole(path, ['whole'])).toBe(5)
})

test('a file is whole or it is not there', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'out.txt')
  function* broken() {
    yield 'x'.repeat(3_000_000)
    throw new Error('broken')
  }
  await expect(writeWhole(path, broken())).rejects.toThrow('broken')
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(path, 'before')
  await expect(writeWhole(path, broken())).rejects.toThrow('broken')
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(folder)).toEqual(['out.txt'])
})

test('a cancelled export leaves no file', async () => {
  const store = project()
  for (let index = 0; index < 5; index++) article(store, `Article ${index}. More.`)
  const slow: Format = {
    ...jsonl,
    *write({ articles }) {
      function* content() {
        for (const { text } of articles) {
          const until = performance.now() + 25
          while (performance.now() < until);
          yield text
        }
      }
      yield { path: 'slow', content: content() }
    },
  }
  const stop = new AbortController()
  const folder = join(dirname(store.path), 'out')
  mkdirSync(folder)
  const work = exportCorpus(store, { format: slow }, join(folder, 'a.jsonl'), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  await expect(work).rejects.toThrow('stopped')
  expect(readdirSync(folder)).toEqual([])
  tagSentence(store, article(store, 'Another. One.'), 1, 'fact')
})

test('a folder that is not there is named', async () => {
  const path = join(temporaryFolder(), 'missing', 'out.txt')
  await expect(writeWhole(path, ['x'])).rejects.toThrow(`There is no folder ${dirname(path)}.`)
  expect(existsSync(dirname(path))).toBe(false)
})

/** A format of two files, the second of which is as long as the first. */
const pairs: Format = {
  ...jsonl,
  id: 'pairs',
  packaging: 'folder',
  *write({ articles }) {
    for (const { article, text } of articles) {
      yield { path: `texts/${article.id}.txt`, content: [text] }
      yield { path: `bytes/${article.id}`, content: [new Uint8Array([0, 255, 10])] }
    }
  },
}

test('a format of several files goes into a new folder, or into one zip', async () => {
  const store = project()
  const id = article(store, 'Überall 😀.')
  const folder = join(dirname(store.path), 'out')
  const done = await exportCorpus(store, { format: pairs }, folder)
  expect(done).toEqual({ articles: 1, bytes: 'Überall '.length + 1 + 4 + 1 + 3 })
  expect(readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8')).toBe('Überall 😀.')
  expect([...readFileSync(join(folder, 'bytes', id))]).toEqual([0, 255, 10])
  await exportCorpus(store, { format: pairs, several: 'zip' }, `${folder}.zip`)
  const zip = await openZip(readFileSync(`${folder}.zip`))
  expect(zip.names).toEqual([`texts/${id}.txt`, `bytes/${id}`])
  expect(Buffer.from(await zip.read(`texts/${id}.txt`)).toString()).toBe('Überall 😀.')
})

test('a folder with something in it is left as it is', async () => {
  const store = project()
  article(store, 'One. Two.')
  const folder = join(dirname(store.path), 'out')
  mkdirSync(folder)
  await exportCorpus(store, { format: pairs }, folder)
  const before = readdirSync(folder)
  await expect(exportCorpus(store, { format: pairs }, folder)).rejects.toThrow('is not empty')
  expect(readdirSync(folder)).toEqual(before)
  expect(readdirSync(dirname(folder)).filter(name => name.includes('partial'))).toEqual([])
})

test.each(['folder', 'zip'] as const)('a cancelled export into a %s leaves nothing', async several => {
  const store = project()
  for (let index = 0; index < 5; index++) article(store, `Article ${index}. More.`)
  const stop = new AbortController()
  const slow: Format = {
    ...pairs,
    *write({ articles }) {
      for (const { article, text } of articles) {
        const until = performance.now() + 25
        while (performance.now() < until);
        yield { path: article.id, content: [text] }
      }
    },
  }
  const path = join(dirname(store.path), 'out')
  const watch = { signal: stop.signal, onProgress: () => stop.abort() }
  await expect(exportCorpus(store, { format: slow, several }, path, watch)).rejects.toThrow('stopped')
  expect(readdirSync(dirname(path)).filter(one => one.startsWith('out') || one.includes('partial'))).toEqual(
    [],
  )
  tagSentence(store, article(store, 'Another. One.'), 1, 'fact')
})

test('a manifest names every file with its length and digest, and what is in it', async () => {
  const store = project()
  tagSentence(store, article(store, 'One. Two.'), 1, 'fact')
  const folder = join(dirname(store.path), 'out')
  await exportCorpus(store, { format: jsonl, codebook: true, manifest: true }, folder)
  expect(readdirSync(folder).sort()).toEqual(['codebook.json', 'corpus.jsonl', 'manifest.json'])
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({
    format: 'jsonl',
    project: { name: 'Test' },
    counts: { articles: 1, sentences: 2, annotations: 1, reviews: 0 },
  })
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = readFileSync(join(folder, path))
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  }
  expect(manifest.files.map((file: { path: string }) => file.path)).toEqual(['corpus.jsonl', 'codebook.json'])
})

test('an export can be restricted to annotators, labels, articles read to their end, and words', async () => {
  const store = project()
  const first = article(store, 'Taxes rise. Roads fall.')
  const second = article(store, 'Only roads here.')
  tagSentence(store, first, 1, 'fact')
  tagSentence(store, second, 1, 'claim')
  store.introduce(BORYS.id, BORYS.name)
  tagSentence(store, second, 1, 'opinion', BORYS)
  const labelsOf = async (restriction: Partial<Restriction>) => {
    const path = join(temporaryFolder(), 'out.jsonl')
    await exportCorpus(store, { format: jsonl, restriction: Restriction.parse(restriction) }, path)
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
    return lines.map(line =>
      JSON.parse(line)
        .annotations.map((one: { label: string }) => one.label)
        .sort(),
    )
  }
  expect(await labelsOf({})).toEqual([['fact'], ['claim', 'opinion']])
  expect(await labelsOf({ annotators: [BORYS.id] })).toEqual([[], ['opinion']])
  expect(await labelsOf({ labels: [LabelId.parse('claim')] })).toEqual([[], ['claim']])
  expect(await labelsOf({ reviewed: true })).toEqual([['claim', 'opinion']])
  expect(await labelsOf({ filter: ArticleFilter.parse({ words: 'tax' }) })).toEqual([['fact']])
  expect(await labelsOf({ annotators: [GOLD.id] })).toEqual([[], []])
})
