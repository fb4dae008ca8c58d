import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn } from './folder.ts'

test('a folder gives the files that can be read, in order; no hidden files, no links', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-folder-'))
  mkdirSync(join(folder, 'b'))
  for (const name of ['c.TXT', 'a.pdf', 'b/x.html', 'picture.png', '.hidden.txt', 'e.zip'])
    writeFileSync(join(folder, name), 'x')
  symlinkSync(folder, join(folder, 'circle'))
  symlinkSync('/etc/hostname', join(folder, 'link.txt'))
  const found: string[] = []
  for await (const path of filesIn(folder)) found.push(relative(folder, path).replaceAll('\\', '/'))
  expect(found).toEqual(['a.pdf', 'b/x.html', 'c.TXT', 'e.zip'])
  rmSync(folder, { recursive: true })
})
