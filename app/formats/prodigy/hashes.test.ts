import { expect, test } from 'vitest'
import { hashesOf } from './hashes.ts'

// Texts and hashes as they stand in exports of Prodigy that others have published.
test.each([
  ['Have you used the new version of my model?', 1798863398],
  ["I'd like to work as an actor or model if possible.", 895552771],
  [
    'ANF Rawalpindi arrested Afghan Citizen Muhammad Naveed from Islamabad International Airport and recovered 798 Grams Amphetamine from his personal possession.',
    932777898,
  ],
])('a text has the input hash that Prodigy gives it: %s', (text, hash) => {
  expect(hashesOf(text)._input_hash).toBe(hash)
})

test('a text beyond ASCII has both hashes as Prodigy gives them', () => {
  const text =
    'Spørsmålet om hvorvidt det finnes noen regler for tilordning av genus i norsk er et tema som har vært mye diskutert opp gjennom årene (se for eksempel Trosterud 2001), og bidraget fra Urek, Lohndal og Westergaard (2022) tar opp nettopp dette problemet.'
  expect(hashesOf(text)).toEqual({ _input_hash: -343350999, _task_hash: 1923224411 })
})
