import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { normalise } from './normalise.ts'

test('newlines become LF and a leading mark goes', () => {
  expect(normalise('\ufeffa\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

test('a mark further on stays, as does everything else', () => {
  expect(normalise('a\ufeff  b\t\u00a0e\u0301')).toBe('a\ufeff  b\t\u00a0e\u0301')
})

test('half of a surrogate pair becomes the replacement character', () => {
  expect(normalise('a\ud800b😀')).toBe('a\ufffdb😀')
})

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(anyText, text => {
      const once = normalise(text.replace(/^\ufeff+/, ''))
      expect(normalise(once)).toBe(once)
    }),
  )
})
