import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const workflows = globSync('.github/workflows/*.yml', { cwd: CHECKOUT }).map(path => ({
  path,
  text: readFileSync(join(CHECKOUT, path), 'utf8'),
}))

test('an action of others is the one that was looked at: named by its commit, its version beside it', () => {
  const uses = workflows.flatMap(({ text }) =>
    [...text.matchAll(/uses: (.+)/g)].map(([, used]) => used ?? ''),
  )
  expect(uses.length).toBeGreaterThan(5)
  const loose = uses.filter(
    used => !used.startsWith('./') && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/.test(used),
  )
  expect(loose).toEqual([])
})

test('an action has one commit in all workflows', () => {
  const commits = new Map<string, Set<string>>()
  for (const { text } of workflows) {
    for (const [, action = '', commit = ''] of text.matchAll(/uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40})/g))
      commits.set(action, (commits.get(action) ?? new Set()).add(commit))
  }
  expect([...commits].filter(([, one]) => one.size > 1)).toEqual([])
})

test('a workflow may read the repository and nothing else; a job that needs more says what', () => {
  for (const { path, text } of workflows) {
    expect([path, /^permissions:\n {2}contents: read\n\n/m.test(text)]).toEqual([path, true])
    expect([path, text.includes('pull_request_target')]).toEqual([path, false])
  }
})

test('no checkout leaves its token behind', () => {
  for (const { path, text } of workflows) {
    const checkouts = text.match(/uses: actions\/checkout/g) ?? []
    const kept = text.match(/persist-credentials: false/g) ?? []
    expect([path, kept.length]).toEqual([path, checkouts.length])
  }
})

test('what a script does never comes from an event: titles and names of branches could carry commands', () => {
  for (const { path, text } of workflows) {
    const scripts = [...text.matchAll(/run: (?:\|\n((?: {10}.*\n)+)|(.+))/g)].map(
      ([, many, one]) => many ?? one,
    )
    expect([path, scripts.filter(script => script?.includes('${{'))]).toEqual([path, []])
  }
})

test('npm ci keeps to the lock file everywhere', () => {
  for (const { path, text } of workflows)
    expect([path, /npm (i|install)\b/.test(text)]).toEqual([path, false])
})
