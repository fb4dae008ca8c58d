import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Annotator, GOLD } from './annotator.ts'
import { AnnotatorId } from './ids.ts'
import { isPerson, isSecondReading, secondReaderOf } from './second-reading.ts'

const person = (name: string, id = '019ab9c0-0000-7000-8000-000000000001'): Annotator => ({
  id: AnnotatorId.parse(id),
  name,
})

test('a person’s second reading is one annotator wherever it is made, and another one than that of anybody else', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (one, other) => {
      const [first, again, second] = [one, one, other].map(id => secondReaderOf(person('Ana', id)).id)
      expect(first).toBe(again)
      expect(first === second).toBe(one === other)
      expect(first).not.toBe(one)
    }),
  )
})

test('persons, second readings and the gold layer are told apart by their ids', () => {
  const ana = person('Ana')
  const told = [ana, secondReaderOf(ana), GOLD].map(({ id }) => [isPerson(id), isSecondReading(id)])
  expect(told).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
})

test('the name says that it is a second reading, however long the person’s is', () => {
  expect(secondReaderOf(person('Ana')).name).toBe('Ana (second reading)')
  const long = secondReaderOf(person('n'.repeat(200)))
  expect(Annotator.parse(long).name).toMatch(/n \(second reading\)$/)
})
