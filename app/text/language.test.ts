import { expect, test } from 'vitest'
import { detectLanguage } from './language.ts'

test.each([
  ['en', 'The harbour bridge will stay shut until the autumn, the mayor said on Tuesday evening.'],
  ['de', 'Die Hafenbrücke bleibt bis zum Herbst gesperrt, sagte die Bürgermeisterin am Dienstagabend.'],
  ['fr', 'Le pont du port restera fermé jusqu’à l’automne, a déclaré la maire mardi soir.'],
  ['uk', 'Портовий міст залишиться зачиненим до осені, повідомила у вівторок мерка міста.'],
])('%s is recognised', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test('what is too short to tell has no language', () => {
  expect(detectLanguage('Ok.')).toBe('')
  expect(detectLanguage('12345 67890 !!!')).toBe('')
})
