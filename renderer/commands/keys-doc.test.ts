import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../messages/en/index.ts'
import { commands } from './commands.ts'
import { keysTable } from './keys-table.ts'

const DOC = join(import.meta.dirname, '..', '..', 'docs', 'keys.md')

test('docs/keys.md has the keys of every command', async () => {
  const table = keysTable(commands, id => en[id])
  const whole = readFileSync(DOC, 'utf8').replace(
    /(?<=<!-- keys -->\n)[\s\S]*(?=<!-- end of keys -->)/,
    () => `\n${table}\n\n`,
  )
  expect(whole).toContain(table)
  await expect(whole).toMatchFileSnapshot(DOC)
})

test('no two commands that are heard together have a key in common, but where one of them can be run at a time', () => {
  const shared = commands.flatMap((one, place) =>
    commands
      .slice(place + 1)
      .filter(other => one.where === other.where || [one.where, other.where].includes('everywhere'))
      .filter(other => !one.available || !other.available)
      .flatMap(other =>
        one.keys.filter(key => other.keys.includes(key)).map(key => `${key}: ${one.id}, ${other.id}`),
      ),
  )
  expect(shared).toEqual([])
})

test('every command is named once', () => {
  const ids = commands.map(({ id }) => id)
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
})
