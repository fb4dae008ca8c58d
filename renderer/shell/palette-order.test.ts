import { expect, test } from 'vitest'
import type { PaletteEntry } from './palette-entries.ts'
import { order } from './palette-order.ts'

const entry = (text: string, kind: PaletteEntry['kind'] = 'command'): PaletteEntry => ({
  ...{ id: text, kind, text, keys: [], available: true },
  run: () => {},
})
const ENTRIES = ['Next sentence', 'Previous sentence', 'Next article', 'Export', 'Undo'].map(text =>
  entry(text),
)
const shown = (query: string, lately: string[] = [], found: PaletteEntry[] = []) =>
  order(query, ENTRIES, found, lately).map(hit => hit.entry.text)

test('without a query, what was called lately comes first, then all in their order', () => {
  expect(shown('', ['Undo', 'Export'])).toEqual([
    'Undo',
    'Export',
    'Next sentence',
    'Previous sentence',
    'Next article',
  ])
})

test('only what matches is shown, the best first', () => {
  expect(shown('nex')).toEqual(['Next article', 'Next sentence'])
  expect(shown('zzz')).toEqual([])
})

test('of what matches as well, what was called lately comes first', () => {
  expect(shown('next', ['Next sentence'])[0]).toBe('Next sentence')
})

test('what was called lately does not come before what matches much better', () => {
  expect(shown('exp', ['Next sentence', 'Previous sentence'])[0]).toBe('Export')
})

test('articles that were found by their text are shown after all others', () => {
  expect(shown('exp', [], [entry('A bridge is shut', 'article')])).toEqual(['Export', 'A bridge is shut'])
})
