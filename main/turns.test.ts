import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('work is done in the order in which it was asked for, and goes on after a failure', async () => {
  const turns = new Turns()
  const done: string[] = []
  const late = (word: string, milliseconds: number) => async () => {
    await new Promise(resolve => setTimeout(resolve, milliseconds))
    done.push(word)
    return word
  }
  const first = turns.next(late('first', 20))
  const failing = turns.next(() => {
    throw new Error('no')
  })
  const last = turns.next(late('last', 0))
  await expect(failing).rejects.toThrow('no')
  expect(await Promise.all([first, last])).toEqual(['first', 'last'])
  void turns.next(late('more', 10))
  await turns.rest()
  expect(done).toEqual(['first', 'last', 'more'])
})
