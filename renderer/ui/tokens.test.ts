import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LABEL_COLOURS } from '../../app/formats/codebook/label-colours.ts'

test('the colours of labels in files are those of the window', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
  for (const [name, { light, dark }] of Object.entries(LABEL_COLOURS)) {
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`)
  }
})
