import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { AttributeId } from '../model/ids.ts'
import type { Corpus } from './corpus.ts'
import { claimsIn } from './test/corpora.ts'
import { filesOf, givenFile } from './test/round-trip.ts'
import { xlsx } from './xlsx.ts'

async function opened(corpus: Corpus) {
  const [file] = await filesOf(xlsx, corpus)
  if (!file) throw new Error('no workbook')
  return { file, ...(await readXlsx(file.bytes, { readStyles: true })) }
}

/** One claim with a number, a day, and yes or no. */
function valued(): Corpus {
  const corpus = claimsIn('One. Two.', [{ start: 0, end: 4 }])
  const attributes = Object.fromEntries(
    [
      ['amount', '-3.5'],
      ['deadline', '2026-12-31'],
      ['testable', 'no'],
    ].map(([id, value]) => [AttributeId.parse(id), value as string]),
  )
  const articles = Array.from(corpus.articles, one => ({
    ...one,
    annotations: one.annotations.map(annotation => ({ ...annotation, attributes })),
  }))
  return { ...corpus, articles }
}

test('sentences, articles, codebook, attributes and annotators have sheets with frozen heads', async () => {
  const { sheets } = await opened(valued())
  expect(sheets.map(one => [one.name, one.freezePane?.rows])).toEqual([
    ['Sentences', 1],
    ['Articles', 1],
    ['Codebook', 1],
    ['Attributes', 1],
    ['Annotators', 1],
  ])
})

test('cells have the type of their attribute', async () => {
  const { sheets } = await opened(valued())
  const [head = [], row = []] = sheets[0]?.rows ?? []
  const cell = (name: string) => row[head.indexOf(name)]
  expect(cell('sentence')).toBe(1)
  expect(cell('amount')).toBe(-3.5)
  expect(cell('deadline')).toEqual(new Date('2026-12-31T00:00:00Z'))
  expect(cell('testable')).toBe(false)
  expect(cell('created')).toBeInstanceOf(Date)
})

test('labels are coloured by a rule for each, in the colour of the codebook', async () => {
  const { sheets } = await opened(valued())
  const rules = sheets[0]?.conditionalRules ?? []
  expect(rules).toHaveLength(4)
  expect(rules.map(rule => rule.style?.font?.color?.rgb)).toContain('8F5500')
})

test('a formula in a text is text', async () => {
  const { sheets } = await opened(claimsIn('=HYPERLINK("x"). Two.', []))
  const cells = [...(sheets[0]?.cells?.values() ?? [])]
  expect(sheets[0]?.rows[1]).toContain('=HYPERLINK("x").')
  expect(cells.filter(cell => cell.formula !== undefined)).toEqual([])
})

test('a text longer than a cell goes on in a sheet of its own', async () => {
  const { sheets } = await opened(claimsIn(`${'😀'.repeat(40_000)}.`, []))
  const long = sheets.find(one => one.name === 'Long texts')
  expect(long?.rows.length).toBeGreaterThan(2)
  for (const sheet of sheets)
    for (const cell of sheet.rows.flat())
      if (typeof cell === 'string') expect(cell.length).toBeLessThanOrEqual(32_767)
})

test('a workbook of somebody else is none of ours, and a broken one is refused', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['text'], ['One.']] }] })
  expect(xlsx.read?.recognises([givenFile('x.xlsx', bytes)])).toBe(false)
  expect(xlsx.read?.recognises([givenFile('x.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0]))])).toBe(false)
})
