import { expect, test } from 'vitest'
import { FACE_FILES } from '#app/formats/pdf/faces'
import { typefaces } from './typefaces.ts'

const files = [...new Set(Object.values(FACE_FILES).flat())]

test('every typeface that a PDF asks for is there, and all together are small', () => {
  const sizes = files.map(file => typefaces.shipped(file).length)
  expect(Math.min(...sizes)).toBeGreaterThan(1000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
})

test('only those of the system that are there are given', () => {
  for (const { name, bytes } of typefaces.eastAsian())
    expect([name, bytes.length > 100_000]).toEqual([name, true])
})
