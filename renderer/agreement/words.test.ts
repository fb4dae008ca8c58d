import { expect, test } from 'vitest'
import * as agreement from '#app/agreement/agreement'
import { REASONS } from './words.ts'

test('every reason for which there is no figure has words in the catalogues', () => {
  const reasons = Object.values(agreement).flatMap(one =>
    typeof one === 'object' && 'undefined' in one ? [one.undefined] : [],
  )
  expect(reasons.length).toBeGreaterThan(3)
  expect(reasons.filter(reason => !REASONS.has(reason))).toEqual([])
})
