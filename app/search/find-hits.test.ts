import { expect, test } from 'vitest'
import { contextOf } from './concordance.ts'
import { hitFinder } from './find-hits.ts'
import { parseQuery } from './parse-query.ts'

/** The pieces of a text, and of a title, that a query hits; undefined where the article does not fit. */
function hits(typed: string, text: string, title = '') {
  const query = parseQuery(typed)
  if (!query) throw new Error('the query is empty')
  const found = hitFinder(query)(title, text)
  const pieces = (of: string, ranges: readonly { start: number; end: number }[]) =>
    ranges.map(({ start, end }) => of.slice(start, end))
  return found && { text: pieces(text, found.text), title: pieces(title, found.title) }
}

const TEXT = 'The harbour bridge is shut. Bridges cost. The Harbour, bridge and all.'

test.each([
  ['bridge', ['bridge', 'bridge']],
  ['bridge*', ['bridge', 'Bridges', 'bridge']],
  ['"harbour bridge"', ['harbour bridge', 'Harbour, bridge']],
  ['"harbour bridge" OR bridge', ['harbour bridge', 'Harbour, bridge']],
  ['cost -ferry', ['cost']],
  ['(cost AND ferry) OR shut', ['shut']],
])('%s', (typed, pieces) => {
  expect(hits(typed, TEXT)?.text).toEqual(pieces)
})

test('what must not be there is not marked, and rules the article out', () => {
  expect(hits('bridge NOT shut', TEXT)).toBeUndefined()
  expect(hits('bridge NOT ferry', TEXT)?.text).toHaveLength(2)
})

test('title: finds titles only; other words are found in both', () => {
  expect(hits('title:shut', TEXT, 'Bridge shut')).toEqual({ text: [], title: ['shut'] })
  expect(hits('title:ferry shut', TEXT, 'Bridge shut')).toBeUndefined()
  expect(hits('ferry shut', TEXT, 'Ferry')).toEqual({ text: ['shut'], title: ['Ferry'] })
})

test.each([
  ['cafe', 'Le café, le CAFÉ, le cafe\u0301.', ['café', 'CAFÉ', 'cafe\u0301']],
  ['п’ять', "п’ять, пʼять, п'ять", ['п’ять', 'пʼять', "п'ять"]],
  ['мiй', 'мій', undefined],
  ['мій', 'Мій мій міи', ['Мій', 'мій']],
  ['елка', 'Ёлка и елка', ['Ёлка', 'елка']],
  ['замок', 'за\u0301мок', ['за\u0301мок']],
  ['العربية', 'العَرَبِيّة والعـــربية العـربية', ['العَرَبِيّة', 'العـربية']],
  ['经济', '中国经济增长。经 济', ['经济', '经 济']],
  ['タワー', '東京タワーとﾀﾜｰ', ['タワー', 'ﾀﾜｰ']],
  ['か', 'がか', ['か']],
  ['ข้าว', 'กินข้าวแล้ว', ['ข้าว']],
  ['𠮷', '😀𠮷野家', ['𠮷']],
  ['regierung', 'Die Regie\u00adrung', ['Regie\u00adrung']],
  ['fine', 'a ﬁne day', ['ﬁne']],
])('%s in %s', (typed, text, pieces) => {
  expect(hits(typed, text)?.text).toEqual(pieces)
})

test('a hit stands between what is before and after it, cut between characters', () => {
  const text = `${'😀'.repeat(100)}x e\u0301nd\n\nhit  here ${'e\u0301'.repeat(100)}`
  const start = text.indexOf('hit')
  const { left, hit, right } = contextOf(text, { start, end: start + 3 })
  expect(left).toMatch(/^(😀)+x e\u0301nd $/u)
  expect(hit).toBe('hit')
  expect(right).toMatch(/^ here (e\u0301)+$/u)
  expect(left.length).toBeLessThanOrEqual(81)
  expect(right.length).toBeLessThanOrEqual(81)
})
