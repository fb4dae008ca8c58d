import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixture, paragraphsOf, readOne } from '../test/fixture.ts'
import { joinLines, vocabulary } from './join-lines.ts'
import type { Line } from './page-lines.ts'
import { paragraphsOf as paragraphsOfBlocks } from './paragraphs.ts'
import { readingOrder } from './reading-order.ts'
import { withoutRunningHeads } from './running-heads.ts'

const COLUMNS = new TextDecoder().decode(fixture('columns.txt')).split('\n\n')

for (const [name, layout] of [
  ['chromium-one-column.pdf', 'one column'],
  ['chromium-two-columns.pdf', 'two columns'],
  ['chromium-three-columns.pdf', 'three columns'],
  ['ghostscript-two-columns.pdf', 'two columns, by another program'],
] as const) {
  test(`a PDF in ${layout} is read column by column, its words whole, without running heads and page numbers`, async () => {
    const read = paragraphsOf(await readOne(fixture(name), name))
    expect(read.slice(1)).toEqual(COLUMNS)
    expect(read[0]).toBe('Council rebuilds levee after a debate of six hours')
  })
}

test('a PDF tells its title, author, date and language', async () => {
  const { metadata } = await readOne(fixture('libreoffice.pdf'), 'a.pdf')
  expect(metadata).toMatchObject({ title: 'Council rebuilds levee', author: 'Ida Brandt', language: 'en-GB' })
  expect(metadata.published).toMatch(/^2026-11-24T/)
})

test('a scanned PDF is refused with a word about OCR', async () => {
  await expect(readOne(fixture('chromium-scan.pdf'), 'a.pdf')).rejects.toThrow(/Run OCR on it/)
})

test('a PDF under a password is refused with what to do', async () => {
  await expect(readOne(fixture('qpdf-encrypted.pdf'), 'a.pdf')).rejects.toThrow(/password/)
})

test('a PDF under another name is read as what it is', async () => {
  expect((await readOne(fixture('libreoffice.pdf'), 'download.txt')).text).toContain('Council rebuilds levee')
})

const line = (text: string, y: number, left = 50, size = 10): Line => ({
  text,
  y,
  left,
  right: left + text.length * size * 0.5,
  size,
})

test('a headline across two columns is read before them, and a caption across them between', () => {
  const column = (name: string, from: number, left: number) =>
    Array.from({ length: 5 }, (_, index) =>
      line(`${name} ${index} ${'x'.repeat(40)}`, from + index * 12, left),
    )
  const lines = [
    line('H'.repeat(60), 50, 50, 16),
    ...column('a', 80, 50),
    ...column('b', 80, 300),
    line('C'.repeat(90), 150),
    ...column('c', 180, 50),
    ...column('d', 180, 300),
  ]
  const order = readingOrder(lines.toReversed()).map(block => block[0]?.text[0])
  expect(order).toEqual(['H', 'a', 'b', 'C', 'c', 'd'])
})

test('running heads that differ by their numbers only are left out, and the same words within a page are not', () => {
  const pages = [1, 2, 3].map(number => ({
    height: 800,
    lines: [
      line(`The Daily Ferry, page ${number}`, 30),
      line('The Daily Ferry, page 9', 300),
      line(`Text ${'abc'[number - 1]}.`, 400),
      line(`– ${number} –`, 780),
    ],
  }))
  expect(withoutRunningHeads(pages).map(page => page.lines.map(one => one.text))).toEqual([
    ['The Daily Ferry, page 9', 'Text a.'],
    ['The Daily Ferry, page 9', 'Text b.'],
    ['The Daily Ferry, page 9', 'Text c.'],
  ])
})

test('a paragraph goes on from one page to the next', () => {
  const full = (text: string, y: number) => ({ ...line(text, y), right: 300 })
  expect(
    paragraphsOfBlocks([
      [full('The council decided on', 700), full('Tuesday to rebuild the', 712)],
      [full('levee near the harbour.', 60), line('It did.', 72)],
    ]),
  ).toEqual(['The council decided on Tuesday to rebuild the levee near the harbour. It did.'])
})

test('a word divided at the end of a line is whole again, and a compound keeps its hyphen', () => {
  const words = vocabulary(['a well-known man', 'reconstruction'])
  expect(joinLines('the recon-', 'struction', words)).toBe('the reconstruction')
  expect(joinLines('a well-', 'known man', words)).toBe('a well-known man')
  expect(joinLines('die EU-', 'Kommission', words)).toBe('die EU-Kommission')
  expect(joinLines('Vor-', 'und Nachteile', words)).toBe('Vor- und Nachteile')
  expect(joinLines('from 2019-', '2021', words)).toBe('from 2019- 2021')
  expect(joinLines('soft\u00ad', 'ened', words)).toBe('softened')
  expect(joinLines('日本語', 'の文', words)).toBe('日本語の文')
})

test('no line is lost or read twice, whatever the layout', () => {
  const anyLine = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 800 }),
    length: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 60 }), places => {
      const lines = places.map(({ x, y, length }, index) => line(`${index}:${'x'.repeat(length)}`, y, x))
      const read = readingOrder(lines)
        .flat()
        .flatMap(one => one.text.match(/\d+(?=:)/g) ?? [])
      expect(read.map(Number).sort((a, b) => a - b)).toEqual(lines.map((_, index) => index))
    }),
  )
})
