import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzyMatch, pieces } from './fuzzy.ts'

const marked = (query: string, text: string): string | undefined => {
  const match = fuzzyMatch(query, text)
  return (
    match &&
    pieces(text, match.places)
      .map(piece => (piece.matched ? `[${piece.text}]` : piece.text))
      .join('')
  )
}
const score = (query: string, text: string): number => fuzzyMatch(query, text)?.score ?? Number.NaN

test('letters in their order match, others do not', () => {
  expect(marked('nxt', 'Next sentence')).toBe('[N]e[xt] sentence')
  expect(marked('txn', 'Next sentence')).toBeUndefined()
  expect(marked('', 'Next sentence')).toBe('Next sentence')
})

test('the beginnings of words are found before letters that come earlier', () => {
  expect(marked('ns', 'Lines: next sentence')).toBe('Lines: [n]ext [s]entence')
})

test('letters in a row count more than scattered ones', () => {
  expect(score('exp', 'Export')).toBeGreaterThan(score('exp', 'Next space'))
  expect(score('art', 'Paste an article')).toBeGreaterThan(score('art', 'Take a rest'))
})

test('case, accents and blanks of the query do not matter', () => {
  expect(marked('ETI quette', 'Étiquette')).toBe('[Étiquette]')
  expect(marked('наступне', 'Наступне речення')).toBe('[Наступне] речення')
})

test('what is marked are the letters of the query, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(fc.nat()), (text, picks) => {
      const letters = Array.from(text)
      const chosen = [...new Set(picks.map(pick => pick % Math.max(letters.length, 1)))].sort((a, b) => a - b)
      const query = chosen.map(at => letters[at]).join('')
      const plain = query.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/gu, '')
      // Characters that are nothing without their accents, or several in lower case, are not letters to search by.
      fc.pre([...plain.toLowerCase()].length === [...query].filter(one => one.trim() !== '').length)
      const match = fuzzyMatch(query, text)
      expect(match).toBeDefined()
      expect(
        pieces(text, match?.places ?? [])
          .map(piece => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
