import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { project } from '#main/test/projects'
import { PASSPHRASE, protectWith } from '#main/test/protected'

const FORK = 'better-sqlite3-multiple-ciphers'

/** The native libraries that a process has loaded once it has opened a project. */
function loadedFor(path: string): string[] {
  const script = `
    const { openProject } = await import(process.env.OPEN)
    const { keyOfFile, isProtected } = await import(process.env.KEY)
    const path = process.env.PROJECT
    openProject(path, { key: isProtected(path) ? await keyOfFile(path, process.env.PASSPHRASE) : undefined }).close()
    console.log(JSON.stringify(process.report.getReport().sharedObjects))`
  const at = (...parts: string[]) => pathToFileURL(join(import.meta.dirname, ...parts)).href
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ OPEN: at('..', 'open.ts'), KEY: at('project-key.ts'), PROJECT: path, PASSPHRASE },
    },
  })
  return (JSON.parse(printed) as string[]).filter(one => one.endsWith('.node'))
}

test('the library with the ciphers is loaded for a protected project, and for no other', async () => {
  const store = project()
  store.close()
  expect(loadedFor(store.path).filter(one => one.includes(FORK))).toEqual([])
  await protectWith(PASSPHRASE, store.path)
  expect(loadedFor(store.path).some(one => one.includes(FORK))).toBe(true)
})
