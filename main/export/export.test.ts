import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Format } from '#app/formats/format'
import { formatWithId } from '#app/formats/index'
import { article, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { exportCorpus } from './export-corpus.ts'
import { writeWhole } from './write-whole.ts'

const jsonl = formatWithId('jsonl') as Format

test('an export has every article, and says how many', async () => {
  const store = project()
  for (let index = 0; index < 30; index++)
    tagSentence(store, article(store, `Article ${index}. More.`), 1, 'fact')
  const path = join(dirname(store.path), 'out.jsonl')
  const done = await exportCorpus(store, jsonl, { raw: false }, path)
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
  await exportCorpus(store, jsonl, { raw: false }, join(dirname(store.path), 'out.jsonl'))
  tagSentence(store, id, 1, 'fact')
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
    *write(corpus, options) {
      for (const piece of jsonl.write(corpus, options)) {
        const until = performance.now() + 25
        while (performance.now() < until);
        yield piece
      }
    },
  }
  const stop = new AbortController()
  const folder = join(dirname(store.path), 'out')
  mkdirSync(folder)
  const work = exportCorpus(store, slow, { raw: false }, join(folder, 'a.jsonl'), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  await expect(work).rejects.toThrow('stopped')
  expect(readdirSync(folder)).toEqual([])
  tagSentence(store, article(store, 'Another. One.'), 1, 'fact')
})

test('a folder that is not there is said', async () => {
  const path = join(temporaryFolder(), 'missing', 'out.txt')
  await expect(writeWhole(path, ['x'])).rejects.toThrow('Check the name and the folder')
  expect(existsSync(dirname(path))).toBe(false)
})
