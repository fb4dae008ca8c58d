import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { normalise, normalisedOffsets } from './normalise.ts'

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

test('offsets of the source lead to the same characters after it', () => {
  const source = '\ufeffOne\r\ntwo 😀\rthree\n\r\nfour'
  const text = normalise(source)
  const to = normalisedOffsets(source)
  for (const word of ['One', 'two', '😀', 'three', 'four']) {
    const at = source.indexOf(word)
    expect(text.slice(to(at), to(at + word.length))).toBe(word)
  }
  expect([to(0), to(source.length)]).toEqual([0, text.length])
})
