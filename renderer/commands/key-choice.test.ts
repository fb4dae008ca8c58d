import { expect, test } from 'vitest'
import { giveKey, holderOf, keysWith, resetKeys, takeKey } from './key-choice.ts'

const next = { id: 'reader.next', keys: ['ArrowDown', 'j'], where: 'reading' } as const
const join = { id: 'reader.join', keys: ['m'], where: 'reading' } as const
const undo = { id: 'shell.undo', keys: ['Mod+z'], where: 'everywhere' } as const
const all = [next, join, undo]

test('a new key takes the place of an old one', () => {
  const chosen = giveKey({}, all, next, 'l', 'j')
  expect(keysWith(chosen, next)).toEqual(['ArrowDown', 'l'])
})

test('a key is added, and taken away', () => {
  const added = giveKey({}, all, next, 'l', null)
  expect(keysWith(added, next)).toEqual(['ArrowDown', 'j', 'l'])
  expect(keysWith(takeKey(added, next, 'ArrowDown'), next)).toEqual(['j', 'l'])
})

test('a key that another command has is named, and taken over from it', () => {
  expect(holderOf({}, all, next, 'm')).toBe(join)
  expect(holderOf({}, all, next, 'Mod+z')).toBe(undo)
  expect(holderOf({}, all, next, 'j')).toBeUndefined()
  const chosen = giveKey({}, all, next, 'm', 'j')
  expect(keysWith(chosen, next)).toEqual(['ArrowDown', 'm'])
  expect(keysWith(chosen, join)).toEqual([])
})

test('keys that are as Assay has them are not remembered', () => {
  const there = giveKey({}, all, next, 'l', 'j')
  expect(giveKey(there, all, next, 'j', 'l')).toEqual({})
  expect(resetKeys(there, next)).toEqual({})
})
