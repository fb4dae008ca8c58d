import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHECKS, findings } from './checklist.ts'

const CHECKOUT = join(import.meta.dirname, '..', '..')

/** What runs in Electron, in its pages, or behind them. */
const SOURCES = globSync(['{app,main,renderer}/**/*.{ts,tsx,html}', '*.{ts,yml,json}'], { cwd: CHECKOUT })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => !/\.test\.tsx?$|\/(test|test-data)\/|package-lock/.test(file))

/** Starts a browser of this computer, in a window of its own, where root may: no part of Electron. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = { 'main/browser/open-window.ts': ['SANDBOX'] }

test.each(CHECKS)('$name is found where it is', ({ name, bad }) => {
  expect(findings(bad)).toContain(name)
})

test('nothing of what an audit of an Electron application looks for is in the sources', () => {
  expect(SOURCES.length).toBeGreaterThan(500)
  const found = SOURCES.flatMap(file => {
    const left = findings(readFileSync(join(CHECKOUT, file), 'utf8')).filter(
      name => !EXCEPTIONS[file]?.includes(name),
    )
    return left.map(name => `${file}: ${name}`)
  })
  expect(found).toEqual([])
})
