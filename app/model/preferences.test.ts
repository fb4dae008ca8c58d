import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, PreferenceChange, readPreferences } from './preferences.ts'

test('preferences that were kept are read as they were', () => {
  const kept = {
    ...DEFAULT_PREFERENCES,
    ...{
      theme: 'contrast',
      language: 'uk',
      textSize: 140,
      keys: { 'reader.join': ['Mod+j'] },
      lately: ['label fact'],
    },
  } as const
  expect(readPreferences(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test('what makes no sense is as before anybody has chosen, and spoils nothing else', () => {
  expect(readPreferences({ theme: 'pink', textSize: 4000, typeface: 'sans', unknown: 1 })).toEqual({
    ...DEFAULT_PREFERENCES,
    typeface: 'sans',
  })
  expect(readPreferences(null)).toEqual(DEFAULT_PREFERENCES)
})

test('a change names only what changes, and nothing that is unknown', () => {
  expect(PreferenceChange.parse({ focus: true })).toEqual({ focus: true })
  expect(PreferenceChange.safeParse({ pink: true }).success).toBe(false)
})
