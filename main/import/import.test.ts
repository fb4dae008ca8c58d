import { expect, test } from 'vitest'
import type { Store } from '#main/store/store'
import { ANNA, contentOf, project } from '#main/test/projects'
import { decode } from './decode.ts'
import { frontMatter } from './front-matter.ts'
import { importContent } from './import-content.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const BY = { by: ANNA.id }

const importFile = async (store: Store, content: Uint8Array, name: string, by: typeof BY) =>
  (await importContent(store, { kind: 'file', name, bytes: new Uint8Array(content) }, by)).articles

const importText = async (store: Store, text: string, title: string, by: typeof BY) => {
  const { articles } = await importContent(store, { kind: 'paste', title, text }, by)
  return articles[0]
}

/** A text in a legacy encoding: each character by its byte. */
const encoded = (text: string, table: Record<string, number>) =>
  Uint8Array.from([...text].map(character => table[character] ?? character.charCodeAt(0)))

const CYRILLIC = Object.fromEntries([
  ...Array.from({ length: 64 }, (_, index) => [String.fromCharCode(0x410 + index), 0xc0 + index]),
  ['і', 0xb3],
  ['ї', 0xbf],
  ['є', 0xba],
  ['І', 0xb2],
  ['Ї', 0xaf],
  ['Є', 0xaa],
])

test('a text file is decoded from UTF-8, with and without a mark', () => {
  expect(decode(bytes('Zażółć 😀'))).toBe('Zażółć 😀')
  expect(decode(bytes('\ufeffZażółć'))).toBe('Zażółć')
})

test('a text file is decoded from UTF-16 by its mark', () => {
  const little = new Uint8Array(Buffer.from('\ufeffЗаява 😀', 'utf16le'))
  expect(decode(little)).toBe('Заява 😀')
  expect(decode(new Uint8Array(Buffer.from(little).swap16()))).toBe('Заява 😀')
})

test('a text file is decoded from windows-1252', () => {
  const text =
    'Der Bürgermeister erklärte gestern: „Wir müssen die Brücke schließen.“ Das kostete 5 € für Fußgänger.'
  expect(decode(encoded(text, { '„': 0x84, '“': 0x93, '€': 0x80 }))).toBe(text)
})

test('a text file is decoded from windows-1251', () => {
  const text =
    'Міський голова заявив учора, що міст залишиться зачиненим до осені. Він пообіцяв відкрити його вчасно.'
  expect(decode(encoded(text, CYRILLIC))).toBe(text)
})

test('a text file is decoded from ISO 8859-2', () => {
  const text = 'Starosta oznámil, ¾e most zùstane uzavøen a¾ do podzimu.'
  const latin2 = Uint8Array.from([...'Starosta oznámil, '].map(c => c.charCodeAt(0)))
  const rest = Uint8Array.from([...text.slice(18)].map(c => c.charCodeAt(0)))
  const said = decode(Uint8Array.from([...latin2, ...rest, ...latin2, ...rest, ...latin2, ...rest]))
  expect(said).toContain('Starosta oznámil, že most zůstane uzavřen až do podzimu.')
})

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['blanks only', bytes(' \n\t '), 'no text'],
  ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]), 'not text'],
  ['half a UTF-16 text', Uint8Array.from([0xff, 0xfe, 0x41]), 'damaged'],
])('a file of %s is refused with a reason, and nothing is imported', async (_, content, reason) => {
  const store = project()
  const before = contentOf(store)
  await expect(importFile(store, content, 'a.txt', BY)).rejects.toThrow(reason)
  expect(contentOf(store)).toEqual(before)
})

test('a file over 64 MB is refused with a reason', async () => {
  await expect(importFile(project(), new Uint8Array(64 * 1024 * 1024 + 1), 'a.txt', BY)).rejects.toThrow(
    '64 MB',
  )
})

test('an article keeps its text, with LF, and knows the file that it came from', async () => {
  const store = project()
  const [imported] = await importFile(
    store,
    bytes('\ufeffBridge shut\r\n\r\nIt is shut. It stays so.\r\n'),
    'bridge.txt',
    BY,
  )
  if (!imported) throw new Error('nothing was imported')
  expect(store.tables.article.text(imported.article)).toBe('Bridge shut\n\nIt is shut. It stays so.\n')
  expect(store.tables.article.get(imported.article)).toMatchObject({
    title: 'Bridge shut',
    origin: { name: 'bridge.txt' },
  })
  expect(imported.sentences).toBe(3)
})

test('the same text is not added twice, whatever its newlines', async () => {
  const store = project()
  const [first] = await importFile(store, bytes('One.\r\nTwo.'), 'a.txt', BY)
  const [second] = await importFile(store, bytes('\ufeffOne.\nTwo.'), 'b.txt', BY)
  expect(first?.added).toBe(true)
  expect(second).toMatchObject({ added: false, article: first?.article })
  expect(store.tables.article.count()).toBe(1)
})

test('a pasted text has the title given, else its first line', async () => {
  const store = project()
  expect((await importText(store, 'First line\n\nMore.', '  Given  ', BY))?.title).toBe('Given')
  expect((await importText(store, 'First line\n\nMore, and other.', '', BY))?.title).toBe('First line')
})

test('the head of a Markdown file says what it knows of the article', () => {
  const { text, metadata } = frontMatter(
    '---\ntitle: "Bridge: shut"\ndate: 2026-03-13\nlayout: post\n---\n\nIt is shut.',
  )
  expect(text).toBe('It is shut.')
  expect(metadata).toEqual({ title: 'Bridge: shut', published: '2026-03-13' })
})

test.each([
  '---\n\nA rule, then text.\n---\nMore.',
  '---\nno colon here\n---\nText',
  '---\nkey: of nothing known\n---\nText',
])('what only looks like a head stays in the text', text => expect(frontMatter(text).text).toBe(text))
