import { expect, test } from 'vitest'
import { folded } from './folded.ts'

test('case and diacritics make no difference', () => {
  expect(folded('Élise BRANDT')).toBe(folded('elise brandt'))
  expect(folded('Łukasz')).toBe(folded('łukasz'))
  expect(folded('КОВАЛЬ')).toBe(folded('Коваль'))
})

test('a beginning of a text is a beginning of it folded', () => {
  expect(folded('Éliséa').startsWith(folded('ÉLI'))).toBe(true)
})
