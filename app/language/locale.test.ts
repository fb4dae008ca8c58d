import { expect, test } from 'vitest'
import { localeFor } from './locale.ts'

test('the first language of the system that Assay speaks is spoken, else English', () => {
  expect(localeFor('system', ['de-DE', 'uk-UA', 'fr'])).toBe('uk')
  expect(localeFor('system', ['de'])).toBe('en')
  expect(localeFor('fr', ['uk'])).toBe('fr')
})
