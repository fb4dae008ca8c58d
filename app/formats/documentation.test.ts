import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formats } from './index.ts'
import { LOSSES } from './losses.ts'

const [BEGIN, END] = ['<!-- formats -->', '<!-- /formats -->']

test('the table of formats in docs/formats.md says what the registry says', () => {
  const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
  const table = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
  const expected = expectedTable()
  expect(table, `Put this between ${BEGIN} and ${END} of docs/formats.md:\n\n${expected}\n`).toBe(expected)
})

function expectedTable(): string {
  const rows = formats.map(({ id, name, write, read, offsets, losses }) => [
    `\`${id}\``,
    name,
    write ? 'yes' : '',
    read ? 'yes' : '',
    offsets,
    losses.map(loss => LOSSES[loss]).join('; ') || 'nothing',
  ])
  return [['id', 'name', 'write', 'read', 'offsets', 'what is lost'], Array(6).fill('---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |'))
    .join('\n')
}
