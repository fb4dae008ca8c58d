/** A folder or a file that may be read and not written: said with a word, and nothing is changed. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { article, project, temporaryFolder } from '#main/test/projects'

/** Rights do not bind root: then the command is run as nobody, on files of theirs. */
const NOBODY = 65534
const isRoot = process.getuid?.() === 0

/** Runs the command line, as somebody whom rights bind. */
function assay(...words: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, '..', 'cli', 'bin.mjs'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, ASSAY_DATA: dataFolder() },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
}

function dataFolder(): string {
  const folder = temporaryFolder()
  own(folder)
  return folder
}

function own(...paths: readonly string[]): void {
  if (isRoot) for (const path of paths) chownSync(path, NOBODY, NOBODY)
}

/** A project in a folder, both with these rights. */
function projectWith(rights: { readonly folder: number; readonly file: number }) {
  const store = project()
  const id = article(store, 'One. Two.')
  store.close()
  const folder = dirname(store.path)
  own(store.path, folder)
  chmodSync(store.path, rights.file)
  chmodSync(folder, rights.folder)
  // Else it could not be removed after the test.
  onTestFinished(() => chmodSync(folder, 0o700))
  return { path: store.path, id }
}

// On Windows a folder is never read-only in this sense; a file is.
const CASES = {
  'a folder that is read-only': { folder: process.platform === 'win32' ? 0o700 : 0o500, file: 0o400 },
  'a file that is read-only': { folder: 0o700, file: 0o400 },
}

test.each(Object.entries(CASES))('%s is said, and stays as it is', (_, rights) => {
  const { path, id } = projectWith(rights)
  const before = readFileSync(path)
  const done = assay('tag', path, id, '1', 'fact', '--annotator', 'Anna')
  expect(done.stderr).toContain('cannot be written')
  expect(done.stderr.trim().split('\n')).toHaveLength(1)
  expect(done.status).toBe(1)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(dirname(path))).not.toContain('Test.assay-lock')
})
