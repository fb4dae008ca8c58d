import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Computer, findOrInstallBrowser } from './browsers.ts'

/** A computer on which there is nothing, but for what is given. */
function computer(given: {
  readonly named?: string
  /** The paths that exist. */
  readonly files?: readonly string[]
  /** What the system knows of Chrome, Edge and so on. */
  readonly installed?: string
  readonly root?: boolean
  /** Commands that go well, by how they begin. */
  readonly succeeds?: readonly string[]
}) {
  const { named, files = [], installed, root = false, succeeds = [] } = given
  const ran: string[] = []
  const said: string[] = []
  const did = (command: string) =>
    succeeds.some(one => command.startsWith(one)) && ran.some(one => one.startsWith(command))
  const double: Computer = {
    named,
    playwright: '/playwright/chrome',
    mayInstallPackages: root,
    exists: path => files.includes(path) || (path === '/playwright/chrome' && did('playwright')),
    findInstalled: () => installed ?? (did('apt-get') ? '/usr/bin/chromium' : undefined),
    run(command) {
      ran.push(command)
      return did(command)
    },
    say: line => said.push(line),
  }
  return { ran, said, find: () => findOrInstallBrowser(double) }
}

const EVERYTHING = {
  named: '/my/chrome',
  files: ['/my/chrome', '/playwright/chrome'],
  installed: '/usr/bin/google-chrome',
}

test('the browser that CHROME_PATH names goes before all others', async () => {
  expect(await computer(EVERYTHING).find()).toBe('/my/chrome')
})

test('a CHROME_PATH that leads nowhere is said, and nothing else is taken in its place', async () => {
  const { find, ran } = computer({ ...EVERYTHING, files: ['/playwright/chrome'] })
  await expect(find()).rejects.toThrow('CHROME_PATH names /my/chrome, which is not there')
  expect(ran).toEqual([])
})

test('Playwright’s own goes before one of the system', async () => {
  const { installed, files } = EVERYTHING
  expect(await computer({ installed, files }).find()).toBe('/playwright/chrome')
})

test('one of the system is taken as it is', async () => {
  const { find, ran, said } = computer({ installed: '/usr/bin/chromium' })
  expect(await find()).toBe('/usr/bin/chromium')
  expect([...ran, ...said]).toEqual([])
})

test('where there is none, Playwright’s is installed, and that is said', async () => {
  const { find, ran, said } = computer({ succeeds: ['playwright'] })
  expect(await find()).toBe('/playwright/chrome')
  expect(ran).toEqual(['playwright install chromium'])
  expect(said).toHaveLength(1)
})

test('for root, what Playwright’s needs of the system comes along', async () => {
  const { find, ran } = computer({ root: true, succeeds: ['playwright'] })
  expect(await find()).toBe('/playwright/chrome')
  expect(ran).toEqual(['playwright install --with-deps chromium'])
})

test('where Playwright’s cannot be had, root installs Debian’s', async () => {
  const { find, ran } = computer({ root: true, succeeds: ['apt-get'] })
  expect(await find()).toBe('/usr/bin/chromium')
  expect(ran).toEqual([
    'playwright install --with-deps chromium',
    'apt-get update && apt-get install -y chromium',
  ])
})

test('who is not root installs no packages', async () => {
  const { find, ran } = computer({ succeeds: ['apt-get'] })
  await expect(find()).rejects.toThrow()
  expect(ran).toEqual(['playwright install chromium'])
})

test('where none can be had, one line says what to do', async () => {
  const { find } = computer({ root: true })
  await expect(find()).rejects.toThrow(/^No browser .+CHROME_PATH\.$/)
})

const run = (CHROME_PATH: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'browsers.ts')], {
    encoding: 'utf8',
    env: { ...process.env, CHROME_PATH },
  })

test('as a command it prints the browser, in one line', () => {
  const { status, stdout, stderr } = run(process.execPath)
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: `The journeys run in ${process.execPath}\n`,
    stderr: '',
  })
})

test('as a command it fails in one line', () => {
  const { status, stdout, stderr } = run('/nowhere/chrome')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
