import { createHash } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { person } from '#main/test/projects'
import { merge } from './merge.ts'
import { share } from './share.ts'
import { acts, canonicalOf, machine } from './test/machines.ts'

/** Anna's file, and Borys who is to merge what became of it. */
async function given(change: (lines: string[]) => string[]) {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'))]
  acts.import(anna, 0)
  acts.tag(anna, 0)
  const path = join(dirname(anna.store.path), 'share.assay.jsonl')
  await share(anna.store, { by: anna.person }, path)
  const lines = change(readFileSync(path, 'utf8').trimEnd().split('\n').slice(0, -1))
  writeFileSync(path, summedUp(lines))
  const before = canonicalOf(borys)
  return { anna, borys, path, before, merged: () => merge(borys.store, path, { by: borys.person.id }) }
}

/** The lines, with a last one that fits them. */
function summedUp(lines: readonly string[]): string {
  const whole = lines.map(line => `${line}\n`).join('')
  const kinds = lines.slice(1).map(line => JSON.parse(line).kind as string)
  const counts = Object.fromEntries(kinds.map(kind => [kind, kinds.filter(one => one === kind).length]))
  const sha256 = createHash('sha256').update(whole).digest('hex')
  return `${whole}${JSON.stringify({ end: { counts, sha256 } })}\n`
}

test('a line of 1 GB is refused before it is in memory', async () => {
  const { borys, path, before, merged } = await given(lines => lines)
  const header = readFileSync(path, 'utf8').split('\n')[0] ?? ''
  writeFileSync(path, `${header}\n`)
  // As most disks have it: zeros that take no room.
  truncateSync(path, 1 << 30)
  await expect(merged()).rejects.toMatchObject({ code: 'too-large' })
  expect(canonicalOf(borys)).toBe(before)
}, 300_000)

test('ten million lines that say nothing are refused at the first of them', async () => {
  const { borys, path, before, merged } = await given(lines => lines)
  const header = readFileSync(path, 'utf8').split('\n')[0] ?? ''
  writeFileSync(path, Buffer.concat([Buffer.from(`${header}\n`), Buffer.alloc(30_000_000, '{}\n')]))
  await expect(merged()).rejects.toThrow('Line 2 is no record')
  expect(canonicalOf(borys)).toBe(before)
})

test('what names a person of whom the file says nothing is refused, by its line', async () => {
  const stranger = '01900000-0000-7000-8000-00000000abcd'
  const { borys, before, merged } = await given(lines =>
    lines.map(line => line.replace(/"importedBy":"[^"]+"/, `"importedBy":"${stranger}"`)),
  )
  await expect(merged()).rejects.toMatchObject({
    code: 'unreadable',
    details: { missing: true, line: expect.any(Number) },
  })
  expect(canonicalOf(borys)).toBe(before)
})

test('the work in an article that was taken back waits for a file that brings the article', async () => {
  let article: string | undefined
  const { borys, before, path, merged } = await given(lines => {
    article = lines.find(line => line.startsWith('{"kind":"article"'))
    return lines
  })
  const whole = readFileSync(path)
  await merged()
  borys.store.history.revert(borys.person.id, 'undo')
  const [header, ...lines] = whole.toString('utf8').trimEnd().split('\n').slice(0, -1)
  writeFileSync(path, summedUp([header ?? '', ...lines.filter(line => line !== article)]))
  await expect(merged()).rejects.toMatchObject({ code: 'unreadable', details: { missing: true } })
  expect(canonicalOf(borys)).toBe(before)
  writeFileSync(path, whole)
  await merged()
  expect(borys.store.tables.article.count()).toBe(1)
})
