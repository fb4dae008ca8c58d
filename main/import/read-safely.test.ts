import { createHash } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { detectSafely, previewSafely, readSafely } from './read-safely.ts'
import { Reader } from './reader.ts'
import { type StartReader, startReaderProcess } from './reader-process.ts'
import { fixture } from './test/fixture.ts'
import { zipOf } from './test/zip-builder.ts'

const reader = new Reader()
afterAll(() => reader.close())

const text = (content: string) => new TextEncoder().encode(content)
const read = (bytes: Uint8Array, name: string, limits = {}) => readSafely(bytes, name, limits, reader)

/** Takes longer than any test waits: the search for the article takes time by the square of such elements. */
const slow = () => text('<div>A line of text.</div>'.repeat(25_000))

test('a file is read in another process, and its bytes stay as they were', async () => {
  const bytes = fixture('pandoc.docx')
  const { drafts } = await read(bytes, 'pandoc.docx')
  expect(drafts[0]?.metadata.title).toBe('Council rebuilds levee')
  expect(bytes).toEqual(fixture('pandoc.docx'))
})

test('a file that takes too long is stopped, and the next one is read', async () => {
  await expect(read(slow(), 'a.html', { timeoutMs: 300 })).rejects.toThrow(
    /longer than 1 seconds, so it was stopped/,
  )
  expect((await read(text('Next.'), 'a.txt')).drafts[0]?.text).toBe('Next.')
})

test('the analyst can stop a file, and then the files after it are not begun', async () => {
  const stop = new AbortController()
  const readings = [
    read(slow(), 'a.html', { signal: stop.signal }),
    read(text('Next.'), 'b.txt', { signal: stop.signal }),
  ]
  setTimeout(() => stop.abort(), 100)
  for (const reading of await Promise.allSettled(readings))
    expect(reading).toMatchObject({ reason: { code: 'cancelled' } })
})

test('a file that wants too much memory ends its own process only, also within native code', async () => {
  const small = new Reader(60)
  const lists = text(`{"text":"a","x":[${'[],'.repeat(3_000_000)}1]}`)
  await expect(readSafely(lists, 'a.json', {}, small)).rejects.toThrow(/more memory than Assay gives/)
  // It says its language: what tells languages would want more than that, too.
  const next = text('---\nlanguage: en\n---\nNext.')
  expect((await readSafely(next, 'a.md', {}, small)).drafts[0]?.text).toBe('Next.')
  await small.close()
})

test('who asks as the process is ended is told at once, and the next file is read', async () => {
  const asked = Promise.withResolvers<void>()
  const noting: StartReader = (memory, listeners) => {
    const process = startReaderProcess(memory, listeners)
    const ask: typeof process.ask = question => {
      process.ask(question)
      asked.resolve()
    }
    return { ...process, ask }
  }
  const closing = new Reader(undefined, noting)
  const reading = expect(readSafely(text('One.'), 'a.txt', {}, closing)).rejects.toMatchObject({
    code: 'cancelled',
  })
  await asked.promise
  await closing.close()
  await reading
  expect((await readSafely(text('Two.'), 'a.txt', {}, closing)).drafts[0]?.text).toBe('Two.')
  await closing.close()
})

test('what no file comes to ends, and the next file gets another', async () => {
  let [started, ended] = [0, 0]
  const counting: StartReader = (memory, listeners) => {
    started++
    const process = startReaderProcess(memory, listeners)
    const kill = () => {
      ended++
      return process.kill()
    }
    return { ...process, kill }
  }
  const short = new Reader(undefined, counting, 50)
  await readSafely(text('One.'), 'a.txt', {}, short)
  await vi.waitFor(() => expect([started, ended]).toEqual([1, 1]), 20_000)
  expect((await readSafely(text('Two.'), 'a.txt', {}, short)).drafts[0]?.text).toBe('Two.')
  expect(started).toBe(2)
  await short.close()
})

test('a draft that does not say its language comes with the one that its text looks to be in', async () => {
  const german = 'Der Rat der Stadt hat am Montag beschlossen, die alte Brücke zu sanieren.'
  const [told] = (await read(text(`---\nlanguage: fr\n---\n${german}`), 'a.md')).drafts
  const [untold] = (await read(text(german), 'a.txt')).drafts
  expect([told?.metadata.language, told?.detectedLanguage]).toEqual(['fr', undefined])
  expect([untold?.metadata.language, untold?.detectedLanguage]).toEqual([undefined, 'de'])
  expect(await detectSafely(german, {}, reader)).toBe('de')
  expect(await detectSafely('Ok.', {}, reader)).toBe('')
  // Where there is no memory for it, the text comes in all the same.
  expect(await detectSafely(german, {}, new Reader(60))).toBe('')
})

test('files asked for at once are all answered, each with its own', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Text ${index}.`)
  const readings = await Promise.all(names.map(name => read(text(name), 'a.txt')))
  expect(readings.map(({ drafts }) => drafts[0]?.text)).toEqual(names)
})

test('each file of an archive is read, named and hashed by itself; the bad ones do not touch the others', async () => {
  const { drafts, refused } = await read(fixture('python-mixed.zip'), 'python-mixed.zip')
  expect(drafts.map(draft => [draft.origin?.name, draft.text.slice(0, 12)])).toEqual([
    ['news/tram.txt', 'Trams on lin'],
    ['news/levee.html', 'The council '],
    ['slip.txt', 'A name that '],
    ['inner.zip/inner.md', 'A marked tex'],
  ])
  expect(drafts[0]?.origin?.sha256).toBe(
    createHash('sha256').update('Trams on line 4 will not run on Sunday.\n').digest('hex'),
  )
  expect(refused.map(one => [one.name, one.failure.message])).toEqual([
    ['news/broken.pdf', expect.stringMatching(/damaged or incomplete/)],
  ])
})

test('a bibliography in an archive is there to complete the other files', async () => {
  const archive = zipOf([
    { name: 'a.ris', content: 'TY  - NEWS\nTI  - Levee\nER  - \n' },
    { name: 'levee.txt', content: 'The council decided.' },
  ])
  const { drafts, records } = await read(archive, 'a.zip')
  expect(drafts.map(draft => draft.text)).toEqual(['The council decided.'])
  expect(records.map(record => record.metadata.title)).toEqual(['Levee'])
})

test('a table is shown before it is read, with what its columns probably are', async () => {
  for (const name of ['german.csv', 'libreoffice.xlsx']) {
    expect(await previewSafely(fixture(name), name, {}, reader)).toMatchObject({
      header: ['Titel', 'Artikeltext', 'Zeitung', 'Datum', 'Link', 'Kategorie', 'Kodierer'],
      count: 2,
      columns: { text: 'Artikeltext', title: 'Titel', label: 'Kategorie', annotator: 'Kodierer' },
    })
  }
  const lines = text('{"a":"x","b":{"c":1}}\n')
  expect(await previewSafely(lines, 'a.jsonl', {}, reader)).toEqual({
    header: ['a', 'b.c'],
    rows: [['x', '1']],
    count: 1,
  })
  expect(await previewSafely(text('A text.'), 'a.txt', {}, reader)).toBeUndefined()
})
