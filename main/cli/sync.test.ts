import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '#main/test/projects'

const BIN = join(import.meta.dirname, 'bin.mjs')

/** Two people who have one project each, and a folder between them. */
function team() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'team'))
  writeFileSync(join(folder, 'roads.md'), '---\ntitle: Roads\n---\n\nTaxes rise. Roads fall apart!')
  const env = (name: string) => ({ ...process.env, ASSAY_DATA: join(folder, name) })
  const assay = (name: string, ...words: string[]) =>
    spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', env: env(name) })
  const sync = (name: string) => JSON.parse(assay(name, 'sync', `${name}.assay`, 'team', '--json').stdout)
  const tag = (name: string, sentence: number) =>
    assay(name, 'tag', `${name}.assay`, 'Roads', String(sentence), 'fact', '--annotator', name)
  assay('anna', 'init', 'anna.assay', '--name', 'Team')
  assay('anna', 'import', 'anna.assay', 'roads.md')
  const { written } = sync('anna')
  assay('borys', 'init', 'borys.assay', '--from', join('team', written.name))
  return { folder, env, assay, sync, tag, written }
}

test('two people work through a folder, and each says what came and what went', () => {
  const { assay, sync, tag } = team()
  tag('borys', 1)
  expect(sync('borys')).toMatchObject({ waiting: [], written: { whole: true } })
  const said = assay('anna', 'sync', 'anna.assay', 'team')
  expect(said.stdout).toMatch(/← assay-\w{8}-\w{12}-000001\.assay\.jsonl\.gz of .+: 3 added, in 1 article/)
  expect(said.status).toBe(0)
  expect(JSON.parse(assay('anna', 'stats', 'anna.assay', '--json').stdout).annotations).toBe(1)
  expect(sync('anna')).toMatchObject({ merged: [], written: null, undo: null })
})

test('a round is taken back with --undo', () => {
  const { assay, sync, tag } = team()
  tag('borys', 1)
  sync('borys')
  sync('anna')
  expect(assay('anna', 'sync', 'anna.assay', 'team', '--undo').stdout).toContain('Took the last merges back')
  expect(JSON.parse(assay('anna', 'stats', 'anna.assay', '--json').stdout).annotations).toBe(0)
  const again = assay('anna', 'sync', 'anna.assay', 'team', '--undo')
  expect([again.status, again.stderr]).toEqual([
    1,
    expect.stringContaining('No folder has brought you anything yet'),
  ])
})

test('a project in the team folder is warned of, and a folder that is not there is refused', () => {
  const { folder, assay } = team()
  renameSync(join(folder, 'anna.assay'), join(folder, 'team', 'anna.assay'))
  expect(assay('anna', 'sync', 'team/anna.assay', 'team').stderr).toContain('lies in the team folder')
  const nowhere = assay('borys', 'sync', 'borys.assay', 'nowhere')
  expect([nowhere.status, nowhere.stderr]).toEqual([
    1,
    expect.stringContaining('Check the name and the folder'),
  ])
})

test.skipIf(process.platform === 'win32')(
  '--watch merges what arrives until it is stopped, and then lets the project go',
  async () => {
    const { folder, env, assay, sync, tag } = team()
    const watching = spawn(process.execPath, [BIN, 'sync', 'anna.assay', 'team', '--watch'], {
      cwd: folder,
      env: env('anna'),
    })
    onTestFinished(() => void watching.kill('SIGKILL'))
    let said = ''
    watching.stdout.on('data', text => {
      said += text
    })
    tag('borys', 1)
    sync('borys')
    await vi.waitFor(() => expect(said).toContain('3 added'), 20_000)
    const ended = once(watching, 'exit')
    watching.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(JSON.parse(assay('anna', 'stats', 'anna.assay', '--json').stdout).annotations).toBe(1)
    expect(readdirSync(join(folder, 'team')).some(name => name.endsWith('.partial'))).toBe(false)
  },
)
