import { expect, test } from 'vitest'
import { addLabel, changeLabel, moveLabel, removeLabel } from '#app/codebook/change-labels'
import type { Codebook } from '#app/model/codebook'
import { LabelId } from '#app/model/ids'
import { label } from '#app/model/label'
import { type DraftSteps, type Moment, NO_STEPS, stepped, turned } from './draft-steps.ts'

const FACT = LabelId.parse('fact')
const CLAIM = LabelId.parse('claim')
const CODEBOOK: Codebook = {
  labels: [FACT, CLAIM].map((id, position) => label({ id, name: id, position })),
  attributes: [],
}

/** Changes a codebook step by step. Each comes so many milliseconds after the one before. */
function after(...changes: readonly (readonly [number, (book: Codebook) => Codebook])[]) {
  let now: Moment = { draft: CODEBOOK, chosen: { of: 'label', id: FACT }, fresh: new Set(), reason: '' }
  let steps: DraftSteps = NO_STEPS
  let at = 0
  for (const [later, change] of changes) {
    at += later
    const draft = change(now.draft)
    steps = stepped(steps, now, draft, at)
    now = { ...now, draft }
  }
  return { now, steps }
}

const write = (name: string) => (book: Codebook) => changeLabel(book, FACT, { name })
const names = (moment: Moment | undefined) => moment?.draft.labels.map(({ name }) => name)

test('what is written into one field is one step, until one pauses or writes elsewhere', () => {
  const { steps } = after(
    [0, write('T')],
    [100, write('Tr')],
    [100, book => changeLabel(book, CLAIM, { summary: 'S' })],
    [100, write('Tru')],
    [100, write('True')],
    [5000, write('Truth')],
  )
  expect(steps.done.map(names)).toEqual([
    ['fact', 'claim'],
    ['Tr', 'claim'],
    ['Tr', 'claim'],
    ['True', 'claim'],
  ])
})

test('what is not written is a step each, however soon it comes', () => {
  const { steps } = after(
    [0, book => changeLabel(book, FACT, { exclusive: true })],
    [1, book => changeLabel(book, FACT, { exclusive: false })],
    [1, book => moveLabel(book, FACT, 'down')],
    [1, book => moveLabel(book, FACT, 'up')],
    [1, book => addLabel(book, 'Rumour').codebook],
    [1, book => removeLabel(book, CLAIM)],
  )
  expect(steps.done).toHaveLength(6)
})

test('steps are taken back to where it began, and done again to where it ended; a new one ends what was taken back', () => {
  const begun = after([0, write('Truth')], [5000, book => removeLabel(book, CLAIM)])
  let { now, steps } = begun
  const turn = (direction: 'undo' | 'redo') => {
    const found = turned(steps, now, direction)
    if (found) ({ moment: now, steps } = found)
    return found !== undefined
  }
  expect([turn('undo'), turn('undo'), turn('undo')]).toEqual([true, true, false])
  expect(now.draft).toEqual(CODEBOOK)
  expect([turn('redo'), turn('redo'), turn('redo')]).toEqual([true, true, false])
  expect(now).toEqual(begun.now)
  turn('undo')
  steps = stepped(steps, now, write('Trut')(now.draft), 5100)
  expect(steps.undone).toEqual([])
  // Though it is written into the field of the step before.
  expect(steps.done.map(names)).toEqual([
    ['fact', 'claim'],
    ['Truth', 'claim'],
  ])
})
