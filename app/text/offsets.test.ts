import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { offsetMap, utf8Length } from './offsets.ts'

test('an offset counts code points, as Python does', () => {
  const { toCodePoints, codePoints } = offsetMap('a😀b👍c')
  expect([0, 1, 3, 4, 6, 7].map(toCodePoints)).toEqual([0, 1, 2, 3, 4, 5])
  expect(codePoints).toBe(5)
})

test('a lone surrogate is one code point', () => {
  expect(offsetMap('\ud800a\udc00').codePoints).toBe(3)
})

test('every boundary of a code point maps there and back', () => {
  fc.assert(
    fc.property(anyText, text => {
      const map = offsetMap(text)
      let utf16 = 0
      let codePoints = 0
      for (const character of text) {
        expect(map.toCodePoints(utf16)).toBe(codePoints)
        expect(map.toUtf16(codePoints)).toBe(utf16)
        utf16 += character.length
        codePoints += 1
      }
      expect(map.toCodePoints(text.length)).toBe(codePoints)
      expect(map.toUtf16(codePoints)).toBe(text.length)
      expect(map.codePoints).toBe(codePoints)
    }),
  )
})

test('a slice by code points is the slice by UTF-16 units', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text]
      const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ]
      const { toUtf16 } = offsetMap(text)
      expect(text.slice(toUtf16(start), toUtf16(end))).toBe(points.slice(start, end).join(''))
    }),
  )
})

test('the UTF-8 length is that of the encoder', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
    }),
  )
})
