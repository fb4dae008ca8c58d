import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifferences } from './word-differences.ts'

const words = fc
  .array(fc.constantFrom('bread', 'salt', 'a', ', ', ' ', 'хліб', '\n'), { maxLength: 30 })
  .map(all => all.join(''))

test('the words that another text has not are marked', () => {
  expect(wordDifferences('A fact can be checked.', 'A claim can be checked.')).toEqual([
    { text: 'A ', differs: false },
    { text: 'fact', differs: true },
    { text: ' can be checked.', differs: false },
  ])
})

test('the pieces are the text, and what does not differ is in the other one, in its order', () => {
  fc.assert(
    fc.property(words, words, (text, other) => {
      const pieces = wordDifferences(text, other)
      expect(pieces.map(one => one.text).join('')).toBe(text)
      let rest = other
      for (const piece of pieces.filter(one => !one.differs)) {
        for (const word of piece.text.match(/[\p{L}]+|\s+|[^\p{L}\s]/gu) ?? []) {
          const at = rest.indexOf(word)
          expect(at).toBeGreaterThanOrEqual(0)
          rest = rest.slice(at + word.length)
        }
      }
      expect(wordDifferences(text, text).some(one => one.differs)).toBe(false)
    }),
  )
})

test('very long texts differ as a whole, at once', () => {
  const [long, other] = ['one '.repeat(5000), 'two '.repeat(5000)]
  expect(wordDifferences(long, other)).toEqual([{ text: long, differs: true }])
})
