import { expect, test } from 'vitest'
import { ariaChord, chordOf, shownChord } from './chord.ts'

/** A key event, as far as chords look at it. */
const typed = (key: string, held: readonly ('ctrl' | 'alt' | 'shift' | 'meta' | 'AltGraph')[] = []) =>
  chordOf({
    key,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
    getModifierState: (name: string) => held.includes(name as 'AltGraph'),
  } as KeyboardEvent)

test('letters are in lower case, and say that Shift is held', () => {
  expect(typed('j')).toBe('j')
  expect(typed('J', ['shift'])).toBe('Shift+j')
  expect(typed('Z', ['ctrl', 'shift'])).toBe('Mod+Shift+z')
  expect(typed('ї')).toBe('ї')
})

test('signs are as they are typed, whatever the keyboard wants for them', () => {
  expect(typed('?', ['shift'])).toBe('?')
  expect(typed('[', ['ctrl', 'alt', 'AltGraph'])).toBe('[')
  expect(typed('+', ['ctrl', 'shift'])).toBe('Mod++')
})

test('Command is what Ctrl is', () => {
  expect(typed('k', ['meta'])).toBe('Mod+k')
  expect(typed('k', ['ctrl'])).toBe('Mod+k')
})

test('keys that only change others are no chord', () => {
  expect(typed('Shift', ['shift'])).toBeUndefined()
  expect(typed('Control', ['ctrl'])).toBeUndefined()
})

test('a chord is shown to people, and told to screen readers', () => {
  expect(shownChord('Mod+Shift+ArrowDown')).toBe('Ctrl+Shift+↓')
  expect(shownChord('Mod+k')).toBe('Ctrl+K')
  expect(shownChord('k')).toBe('k')
  expect(shownChord('Mod++')).toBe('Ctrl++')
  expect(ariaChord('Mod+k')).toBe('Control+k')
})
