import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shadowedKeys } from '#app/codebook/codebook-problems'
import { Codebook } from '#app/model/codebook'
import { commands } from '../commands/commands.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const READY = [
  'codebook.json',
  ...readdirSync(join(RESOURCES, 'codebooks')).map(name => join('codebooks', name)),
]

test.each(READY)('no key of a label in %s does something else in the reader', path => {
  const codebook = Codebook.parse(JSON.parse(readFileSync(join(RESOURCES, path), 'utf8')))
  expect(shadowedKeys(codebook, new Set(commands.flatMap(one => one.keys)))).toEqual([])
})
