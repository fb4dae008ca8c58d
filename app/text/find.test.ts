import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findExactly, findFolded, findPattern, matchFrom } from './find.ts'
import { fold } from './fold.ts'

const found = (text: string, wanted: string) =>
  findFolded(fold(text), wanted).map(({ start, end }) => text.slice(start, end))

describe('a search that folds finds', () => {
  test.each([
    ['another case', 'The Mayor, the MAYOR', 'mayor', ['Mayor', 'MAYOR']],
    [
      'letters with accents by those without',
      'Café, cafe\u0301, CAFÉ',
      'cafe',
      ['Café', 'cafe\u0301', 'CAFÉ'],
    ],
    ['letters without accents by those with', 'a cafe', 'café', ['cafe']],
    ['ł only as itself, for it has no mark', 'Łódź', 'lodz', []],
    ['what comes after emoji, marks and all', '👩‍👩‍👧 🇺🇦 👍🏽 zażolć!', 'ZAZOLC', ['zażolć']],
    ['an emoji', 'It rose 👍🏽 and fell 👍', '👍', ['👍', '👍']],
    ['any quotation mark and dash', '“Don’t” — they said', '"don\'t" - they', ['“Don’t” — they']],
    ['over a line break', 'of the\nharbour bridge', 'the harbour', ['the\nharbour']],
    ['over soft hyphens', 'har\u00adbour', 'harbour', ['har\u00adbour']],
    ['Arabic without vowel signs', 'قَالَ', 'قال', ['قَالَ']],
    ['a stressed Ukrainian vowel', 'за\u0301мок', 'замок', ['за\u0301мок']],
    ['й and ї only as themselves', 'мій мии її', 'мии', ['мии']],
    ['Hindi vowel signs only as themselves', 'कि का', 'का', ['का']],
    ['Hangul syllables only whole', '한 하', '하', ['하']],
    ['a Turkish capital', 'İzmir', 'izmir', ['İzmir']],
    ['capital letters that grow', 'GROẞ groß', 'groß', ['GROẞ', 'groß']],
    ['nothing for nothing', 'text', '', []],
    ['nothing for a mark alone', 'cafe\u0301', '\u0301', []],
  ])('%s', (_, text, wanted, matches) => expect(found(text, wanted)).toEqual(matches))
})

const anything = fc.string({
  unit: fc.oneof(fc.constantFrom(...'aAéÉe\u0301 👍ß’"—\n\u00adйİ'), fc.constantFrom('👩‍👧', 'ﬁ')),
  maxLength: 40,
})

test('every part of a text is found in it where it stands, whatever the text', () => {
  fc.assert(
    fc.property(anything, fc.nat(40), fc.nat(12), (text, from, length) => {
      const characters = [...text]
      const wanted = characters.slice(from, from + length).join('')
      const at = characters.slice(0, from).join('').length
      const folded = fold(wanted).text
      for (const { start, end } of findFolded(fold(text), wanted)) {
        expect(fold(text.slice(start, end)).text).toBe(folded)
      }
      if (folded === '') return
      const starts = findFolded(fold(text), wanted)
      const covered = starts.some(match => match.start < at + wanted.length && at < match.end)
      expect(covered).toBe(true)
    }),
  )
})

test('a search that does not fold finds the very characters', () => {
  expect(findExactly('aaa Aaa', 'aa')).toEqual([
    { start: 0, end: 2 },
    { start: 5, end: 7 },
  ])
})

test('a regular expression finds whole characters, and nothing empty', () => {
  expect(findPattern('👍 12 and 3', '.(?= 12)|\\d*', false)).toEqual([
    ...[
      { start: 0, end: 2 },
      { start: 3, end: 5 },
      { start: 10, end: 11 },
    ],
  ])
  expect(findPattern('A\na', '^a', true)).toHaveLength(2)
  expect(() => findPattern('a', '(', false)).toThrow(SyntaxError)
})

test('the first match is the one from where one stands, round the end', () => {
  const matches = findExactly('a b a b a', 'a')
  expect([0, 1, 5, 9].map(offset => matchFrom(matches, offset))).toEqual([0, 1, 2, 0])
  expect(matchFrom([], 3)).toBe(-1)
})

test('a text of two megabytes is folded and searched in time that grows with its length', () => {
  const time = (times: number) => {
    const text = 'The mayor of Łódź said: “We’ll open it.” Мер сказав, що міст відкриють. '.repeat(times)
    const since = performance.now()
    expect(findFolded(fold(text), 'міст')).toHaveLength(times)
    return performance.now() - since
  }
  const fastest = (times: number) => Math.min(time(times), time(times), time(times))
  // Eight times as long: were it quadratic, it would take sixty-four times as long.
  expect(fastest(28_000) / fastest(3_500)).toBeLessThan(32)
})
