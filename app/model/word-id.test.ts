import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LabelId } from './ids.ts'
import { wordFor } from './word-id.ts'

test('a name becomes a word, and another one where that is taken', () => {
  expect(wordFor('Causal claim!', new Set())).toBe('causal-claim')
  expect(wordFor('Causal  Claim', new Set(['causal-claim']))).toBe('causal-claim-2')
  expect(wordFor('Факт: так', new Set())).toBe('факт-так')
  expect(wordFor('!!!', new Set())).toBe('unnamed')
})

test('whatever the name is, the word is an id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), name => {
      expect(LabelId.safeParse(wordFor(name, new Set())).success).toBe(true)
    }),
  )
})
