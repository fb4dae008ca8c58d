import { expect, test } from 'vitest'
import { titleOf } from './title.ts'

test('the title is the first line that is not blank', () => {
  expect(titleOf('\n  \n  Harbour bridge shut  \nMore text.')).toBe('Harbour bridge shut')
})

test('a heading loses its marks', () => {
  expect(titleOf('## Harbour bridge shut\n\nText')).toBe('Harbour bridge shut')
})

test('a long first line is cut at a word', () => {
  const title = titleOf('word '.repeat(200))
  expect(title.length).toBeLessThanOrEqual(301)
  expect(title.endsWith('word…')).toBe(true)
})
