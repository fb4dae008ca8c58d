import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CHECKOUT = join(import.meta.dirname, '..', '..')

test('every test that docs/trust.md names is there', () => {
  const named = [
    ...readFileSync(join(CHECKOUT, 'docs', 'trust.md'), 'utf8').matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g),
  ]
  expect(named.length).toBeGreaterThan(15)
  for (const [, path = ''] of named) expect(existsSync(join(CHECKOUT, path)), path).toBe(true)
})
