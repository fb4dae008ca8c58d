import { expect, test } from 'vitest'
import { app } from './test/electron-double.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }
import { failureWords, speak, word } from './words.ts'

test.each(Object.entries({ uk, fr }))('the words of %s are there, all of them, and no other', (_, words) => {
  expect(Object.keys(words)).toEqual(Object.keys(en))
  const borne = Object.entries(words).filter(([id]) => /^(file|edit|view|help)$/.test(id))
  for (const [, menu] of borne) expect(menu).toMatch(/^&\p{L}/u)
  const same = Object.entries(en).filter(([id, said]) => (words as Record<string, string>)[id] === said)
  // French has this one word.
  expect(same.filter(([id]) => id !== 'services')).toEqual([])
})

test('the chosen language is spoken, and the system’s where none is chosen', async () => {
  app.languages = ['de-DE', 'uk-UA']
  await speak('system')
  expect(word('export')).toBe(uk.export)
  expect(failureWords('There is nothing to undo.')).toBe('Немає чого скасовувати.')
  await speak('fr')
  expect(word('export')).toBe(fr.export)
  app.languages = ['de-DE']
  await speak('system')
  expect(word('export')).toBe(en.export)
  expect(failureWords('There is nothing to undo.')).toBe('There is nothing to undo.')
})

test('of languages asked for at once the last one is spoken, whichever is read first', async () => {
  await Promise.all([speak('uk'), speak('fr'), speak('en'), speak('fr')])
  expect([word('export'), failureWords('There is nothing to undo.')]).toEqual([
    fr.export,
    'Il n’y a rien à annuler.',
  ])
  await speak('en')
})
