import { beforeEach, expect, test } from 'vitest'
import { clearNotices, dismissOffers, followStep, notify, offersUndo, useNotices } from './notices.ts'

const texts = () => useNotices.getState().notices.map(({ text }) => text)
const offered = () =>
  useNotices
    .getState()
    .notices.filter(offersUndo)
    .map(({ text }) => text)

beforeEach(() => {
  clearNotices()
  followStep(null)
})

test('a notice takes back what it tells of, as long as that is the last step', () => {
  followStep(1)
  notify('The codebook was changed.', { undo: true })
  expect(offered()).toEqual(['The codebook was changed.'])
  followStep(2)
  expect(offered()).toEqual([])
  expect(texts()).toEqual(['The codebook was changed.'])
  // The later step was taken back.
  followStep(1)
  expect(offered()).toEqual(['The codebook was changed.'])
  followStep(null)
  expect(offered()).toEqual([])
})

test('what takes back something of its own is offered whatever was done since', () => {
  notify('You are Vera here.', { undo: () => {} })
  followStep(5)
  expect(offered()).toEqual(['You are Vera here.'])
  dismissOffers()
  expect(texts()).toEqual([])
})

test('what is said again stands there once, and no more than three at a time', () => {
  for (const text of ['One', 'Two', 'One', 'Three', 'Four']) notify(text)
  expect(texts()).toEqual(['One', 'Three', 'Four'])
})
