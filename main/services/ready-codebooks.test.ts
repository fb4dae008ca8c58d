import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codebookProblems } from '#app/codebook/codebook-problems'
import { ReadyCodebook } from '#app/model/ready-codebook'
import { readyCodebook } from './ready-codebooks.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')

test.each(ReadyCodebook.options)(
  'the ready codebook %s is sound, and says of each label when it applies',
  name => {
    const codebook = readyCodebook(name)
    expect(codebookProblems(codebook)).toEqual([])
    for (const label of codebook.labels) {
      const { summary, definition, inclusion, exclusion, examples, counterexamples } = label
      for (const text of [summary, definition, inclusion, exclusion]) expect(text).not.toBe('')
      expect([examples.length, counterexamples.length]).not.toContain(0)
    }
  },
)

test.each(ReadyCodebook.options)('the ready codebook %s names its sources, with the year', name => {
  const path = name === 'default' ? 'codebook.json' : join('codebooks', `${name}.json`)
  const { source } = JSON.parse(readFileSync(join(RESOURCES, path), 'utf8'))
  expect(source).toMatch(/\(?(19|20)\d\d/)
})
