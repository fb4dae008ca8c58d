import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AttributeId } from '../../model/ids.ts'
import { attributeIdOf, featureName } from './feature-name.ts'

test('ids of attributes become identifiers', () => {
  expect(['attributed-to', 'verdict', 'доказ'].map(featureName)).toEqual([
    'attributed_to',
    'verdict',
    'доказ',
  ])
})

test('what an identifier cannot hold, or what means something already, is spelt', () => {
  expect(['snake_case', 'class', 'label', '2nd', 'x-ray', '評価'].map(featureName)).toEqual([
    'x_snake_5f_case',
    'x_class',
    'x_label',
    'x_2nd',
    'x_x_2d_ray',
    'x__8a55__4fa1_',
  ])
})

test('every id comes back from its feature, and no two share one', () => {
  const piece = fc.constantFrom('a', 'Z', '5', 'f', '-', '_', '__', 'x', 'x-', 'д', '価', '𝒳', 'label', 'b-c')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), pieces => {
      const id = pieces.join('')
      fc.pre(AttributeId.safeParse(id).success)
      expect(featureName(id)).toMatch(/^[\p{L}][\p{L}\p{N}_]*$/u)
      expect(attributeIdOf(featureName(id))).toBe(id)
    }),
  )
})
