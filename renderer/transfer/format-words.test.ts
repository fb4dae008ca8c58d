import { expect, test } from 'vitest'
import { formats } from '../../app/formats/index.ts'
import { LOSSES } from '../../app/formats/losses.ts'
import { formatDescription, formatName, lossName } from './format-words.ts'

test('the window calls every format and every loss what the command line calls it', () => {
  for (const { id, name, description, packaging, losses } of formats) {
    // Without words from main, only the catalogue can have answered.
    const bare = { id, name: '', description: '', extension: '', packaging, losses, options: [] }
    expect([formatName(bare), formatDescription(bare)]).toEqual([name, description])
  }
  for (const loss of Object.keys(LOSSES) as (keyof typeof LOSSES)[]) expect(lossName(loss)).toBe(LOSSES[loss])
})
