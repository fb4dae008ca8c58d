import { expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { PassphraseTries, waitAfter } from './passphrase-tries.ts'

const wrong = async () => {
  throw new Refusal('wrong-passphrase', 'This is not it.')
}

/** Tries that wait as long as they are told, in no time. */
function tries() {
  const waited: number[] = []
  return { waited, tries: new PassphraseTries(async milliseconds => void waited.push(milliseconds)) }
}

test('the first wrong ones cost nothing, each further one twice as long as the one before, up to half a minute', () => {
  expect(Array.from({ length: 10 }, (_, count) => waitAfter(count) / 1000)).toEqual([
    0, 0, 0, 1, 2, 4, 8, 16, 30, 30,
  ])
})

test('who guesses waits, and who then knows it begins anew', async () => {
  const { waited, tries: asked } = tries()
  for (let guess = 0; guess < 5; guess++) await expect(asked.next(wrong)).rejects.toThrow('This is not it.')
  expect(await asked.next(async () => 'open')).toBe('open')
  expect(waited).toEqual([1000, 2000, 4000])
  await expect(asked.next(wrong)).rejects.toThrow('This is not it.')
  expect(await asked.next(async () => 'open')).toBe('open')
  expect(waited).toEqual([1000, 2000, 4000])
})

test('many guesses at one time are tried one after the other', async () => {
  const { waited, tries: asked } = tries()
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => asked.next(wrong)))
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  expect(waited).toEqual([1000, 2000, 4000])
})

test('what fails for another reason is no wrong guess', async () => {
  const { waited, tries: asked } = tries()
  const gone = async () => {
    throw new Refusal('not-found', 'It is gone.')
  }
  for (let guess = 0; guess < 5; guess++) await expect(asked.next(gone)).rejects.toThrow('It is gone.')
  expect(waited).toEqual([])
})
