import { expect, test } from 'vitest'
import { askedAttributes, missingAttributes } from './asked.ts'
import { type Attribute, attribute } from './attribute.ts'
import { Codebook } from './codebook.ts'
import { AttributeId, LabelId } from './ids.ts'
import { label } from './label.ts'

const CLAIM = LabelId.parse('claim')

function codebook(
  ...attributes: (Partial<Omit<Attribute, 'id'>> & { id: string; if?: [string, ...string[]] })[]
): Codebook {
  return Codebook.parse({
    labels: [label({ id: CLAIM, name: 'Claim', position: 0 })],
    attributes: attributes.map(({ if: on, id, ...given }, position) => {
      const [other, ...values] = on ?? []
      const condition = other ? { attribute: AttributeId.parse(other), values } : null
      return attribute({ ...given, id: AttributeId.parse(id), name: id, position, condition })
    }),
  })
}

const asked = (book: Codebook, attributes: Record<string, string>) =>
  askedAttributes(book, { label: CLAIM, attributes }).map(one => one.id)

test('an attribute with a condition is asked for only where it holds', () => {
  const book = codebook({ id: 'verdict' }, { id: 'why', if: ['verdict', 'refuted', 'supported'] })
  expect(asked(book, {})).toEqual(['verdict'])
  expect(asked(book, { verdict: 'refuted' })).toEqual(['verdict', 'why'])
  expect(asked(book, { verdict: 'unverified' })).toEqual(['verdict'])
})

test('of several choices one that fits is enough', () => {
  const book = codebook({ id: 'kind' }, { id: 'figure', if: ['kind', 'numerical'] })
  expect(asked(book, { kind: 'causal | numerical' })).toEqual(['kind', 'figure'])
})

test('a value that is kept while nobody asks for it fulfils no condition', () => {
  const book = codebook({ id: 'a' }, { id: 'b', if: ['a', 'yes'] }, { id: 'c', if: ['b', 'yes'] })
  expect(asked(book, { a: 'no', b: 'yes', c: 'kept' })).toEqual(['a'])
  expect(asked(book, { a: 'yes', b: 'yes' })).toEqual(['a', 'b', 'c'])
})

test('conditions in a circle, or on what the label does not have, are never fulfilled', () => {
  const book = codebook(
    { id: 'a', if: ['b', 'yes'] },
    { id: 'b', if: ['a', 'yes'] },
    { id: 'c', if: ['nothing', 'yes'] },
  )
  expect(asked(book, { a: 'yes', b: 'yes' })).toEqual([])
})

test('what is required and asked for is missing until it has a value', () => {
  const book = codebook(
    { id: 'who', required: true },
    { id: 'verdict' },
    { id: 'why', required: true, if: ['verdict', 'refuted'] },
  )
  const missing = (attributes: Record<string, string>) =>
    missingAttributes(book, { label: CLAIM, attributes }).map(one => one.id)
  expect(missing({})).toEqual(['who'])
  expect(missing({ verdict: 'refuted' })).toEqual(['who', 'why'])
  expect(missing({ who: 'Koval', verdict: 'refuted', why: 'Because.' })).toEqual([])
})
