import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const TRUST = readFileSync(join(CHECKOUT, 'docs', 'trust.md'), 'utf8')
const TEST = /`[\w/.-]+\.(?:test|spec)\.ts`/

test('every promise of docs/trust.md names what holds it', () => {
  const rows = TRUST.split('\n').filter(line => /^\| (?!promise|---)/.test(line))
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) expect(row).toMatch(TEST)
  const [, ...paragraphs] = TRUST.split(/\n## /)[0]?.split('\n\n') ?? []
  const rest = TRUST.split(/\n## /)
    .slice(1)
    .flatMap(section => section.split('\n\n').slice(1))
    .flatMap(paragraph => paragraph.split(/\n(?=- )/))
    .filter(paragraph => !paragraph.startsWith('|'))
  expect(paragraphs).toHaveLength(1)
  expect(rest.length).toBeGreaterThan(6)
  for (const paragraph of rest) expect(paragraph).toMatch(TEST)
})

test('every test that docs/trust.md names is there', () => {
  const named = [...TRUST.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g)]
  expect(named.length).toBeGreaterThan(15)
  for (const [, path = ''] of named) expect(existsSync(join(CHECKOUT, path)), path).toBe(true)
})
