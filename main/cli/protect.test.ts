import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { filesWith, OTHER, PASSPHRASE } from '#main/test/protected'
import { BIN, desk } from './test/desk.ts'

const WORD = 'Quorblax'

/** A project with an article, protected from the command line. */
function protectedProject() {
  const folder = temporaryFolder()
  const bare = desk(folder, 'anna')
  writeFileSync(join(folder, 'one.txt'), `Roads\n\nThe road to ${WORD} is shut. It opens in May.`)
  bare.assay('init', 'p.assay', '--name', 'Roads')
  bare.assay('import', 'p.assay', 'one.txt')
  const { status, stdout, stderr } = bare.assayOn(`${PASSPHRASE}\n`, 'protect', 'p.assay')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('✓ p.assay is protected with the passphrase.')
  const with_ = (passphrase: string, more: NodeJS.ProcessEnv = {}) =>
    desk(folder, 'anna', { ASSAY_PROJECT_PASSPHRASE: passphrase, ...more })
  return { folder, bare, known: with_(PASSPHRASE), with_ }
}

test('a protected project is worked with by its passphrase, from standard input or the environment', () => {
  const { bare, known } = protectedProject()
  expect(bare.assayOn(`${PASSPHRASE}\n`, 'list', 'p.assay').stdout).toContain('Roads')
  known.tag('p.assay', 1, 'fact')
  expect(known.json('stats', 'p.assay')).toBeDefined()
  expect(known.assay('check', 'p.assay').stdout).toContain('p.assay is whole.')
  expect(known.assay('export', 'p.assay', '--format', 'csv', '--out', 'out.csv').status).toBe(0)
})

test('without it, or with another, there is one sentence that says what to do', () => {
  const { folder, bare, with_ } = protectedProject()
  const bytes = readFileSync(join(folder, 'p.assay'))
  const without = bare.assay('list', 'p.assay')
  expect([without.status, without.stdout]).toEqual([2, ''])
  expect(without.stderr).toContain('Give the passphrase on standard input, or in ASSAY_PROJECT_PASSPHRASE.')
  const other = with_(OTHER).assay('list', 'p.assay')
  expect([other.status, other.stderr.trim().split('\n').length]).toEqual([1, 1])
  expect(other.stderr).toContain('This is not the passphrase of p.assay. Try again; nothing was changed.')
  expect(other.stderr + other.stdout).not.toContain(OTHER)
  expect(readFileSync(join(folder, 'p.assay')).equals(bytes)).toBe(true)
})

test('a short passphrase is refused, and the project stays as it is', () => {
  const folder = temporaryFolder()
  const { assay, assayOn } = desk(folder, 'anna')
  assay('init', 'p.assay')
  const refused = assayOn('short\n', 'protect', 'p.assay')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('at least 12 characters')])
  expect(assay('list', 'p.assay').status).toBe(0)
})

test('several passphrases, and a text after one, stand line by line on standard input', async () => {
  const { folder, bare, with_ } = protectedProject()
  expect(bare.assayOn(`${PASSPHRASE}\n${OTHER}\n`, 'protect', 'p.assay')).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(with_(OTHER).assay('list', 'p.assay').status).toBe(0)
  const share = ['share', 'p.assay', '--out', 'p.assay.jsonl.age', '--encrypt']
  expect(bare.assayOn(`${OTHER}\r\n${PASSPHRASE}`, ...share)).toMatchObject({ status: 0, stderr: '' })
  const opened = ['init', 'q.assay', '--from', 'p.assay.jsonl.age']
  expect(bare.assayOn(`${PASSPHRASE}\n`, ...opened)).toMatchObject({ status: 0, stderr: '' })
  const text = bare.assayOn(`${OTHER}\nFrom a pipe. Yes.\n`, 'import', 'p.assay', '-')
  expect(text.stdout).toContain('“From a pipe. Yes.”, 2 sentences')
  // Of a pipe that stays open no more than the line is waited for.
  const open = spawn(process.execPath, [BIN, 'list', 'p.assay'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, ASSAY_DATA: bare.data },
  })
  open.stdin.write(`${OTHER}\n`)
  expect(await once(open, 'exit')).toEqual([0, null])
})

test('it gets another passphrase, and none again', () => {
  const { folder, known, with_ } = protectedProject()
  const changed = with_(PASSPHRASE, { ASSAY_NEW_PASSPHRASE: OTHER }).assay('protect', 'p.assay')
  expect(changed.status).toBe(0)
  expect(known.assay('list', 'p.assay').stderr).toContain('This is not the passphrase')
  expect(with_(OTHER).assay('unprotect', 'p.assay').stdout).toContain('has no passphrase any more')
  const { assay } = desk(folder, 'anna')
  expect(assay('list', 'p.assay').stdout).toContain('Roads')
  expect(assay('unprotect', 'p.assay').stderr).toContain(
    'p.assay has no passphrase. There is nothing to remove.',
  )
})

test('backups are listed and restored, and a damaged one recovered, by its passphrase', () => {
  const { folder, bare, known } = protectedProject()
  expect(known.json('backups', 'p.assay')).toEqual([])
  expect(bare.assay('recover', 'p.assay', '--out', 'q.assay').stderr).toContain('ASSAY_PROJECT_PASSPHRASE')
  expect(existsSync(join(folder, 'q.assay'))).toBe(false)
  const bytes = readFileSync(join(folder, 'p.assay'))
  writeFileSync(join(folder, 'p.assay'), bytes.fill(0, 4096 * 5, 4096 * 6))
  expect(known.assay('recover', 'p.assay', '--out', 'q.assay').status).toBe(0)
  expect(known.assay('list', 'q.assay').stdout).toContain('Roads')
})

test('work goes to a colleague and comes from one, and nothing of the project lies bare but what was sent', () => {
  const { folder, known } = protectedProject()
  expect(known.assay('share', 'p.assay', '--out', 'p.assay.jsonl').status).toBe(0)
  const borys = desk(folder, 'borys')
  borys.assay('init', 'b.assay', '--from', 'p.assay.jsonl')
  expect(known.assay('merge', 'p.assay', 'p.assay.jsonl').status).toBe(0)
  const bare = filesWith(folder, [WORD]).map(path => path.slice(folder.length + 1))
  expect(bare.sort()).toEqual(['b.assay', 'one.txt', 'p.assay.jsonl'])
})
