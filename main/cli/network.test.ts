import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { desk } from './test/desk.ts'

const HOOK = pathToFileURL(join(import.meta.dirname, '..', 'test', 'no-network.ts')).href

/** A command line of which every attempt to reach out is noted. */
function watched() {
  const folder = temporaryFolder()
  const log = join(folder, 'network.log')
  const { assay } = desk(folder, 'Anna', {
    ...{ ASSAY_NETWORK_LOG: log, NODE_OPTIONS: `--import ${HOOK}`, ASSAY_PASSPHRASE: 'four words of nobody' },
  })
  const done = (...words: string[]) => expect([words, assay(...words).status]).toEqual([words, 0])
  return { folder, assay, done, attempts: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') }
}

test('in a whole round of the command line no socket is opened and no name is looked up', () => {
  const { folder, done, attempts } = watched()
  writeFileSync(
    join(folder, 'roads.md'),
    '---\ntitle: Roads\nurl: http://example.org/roads\n---\n\nTaxes rise. Roads fall!',
  )
  writeFileSync(
    join(folder, 'page.html'),
    '<title>Page</title><img src="http://example.org/x.png"><p>One. Two.</p>',
  )
  done('init', 'p.assay')
  done('import', 'p.assay', 'roads.md', 'page.html')
  done('tag', 'p.assay', 'Roads', '1', 'fact', '--annotator', 'Anna')
  done('search', 'p.assay', 'taxes')
  done('export', 'p.assay', '--format', 'html', '--out', 'report.html')
  done('share', 'p.assay', '--out', 'p.assay.jsonl.gz.age', '--encrypt')
  done('init', 'q.assay', '--from', 'p.assay.jsonl.gz.age')
  done('sync', 'p.assay', folder)
  done('check', 'q.assay')
  expect(attempts()).toBe('')
}, 120_000)

test('the watch would see it: an address is fetched when a person asks for it', () => {
  const { assay, done, attempts } = watched()
  done('init', 'p.assay')
  expect(assay('import', 'p.assay', 'http://assay.invalid/page').status).toBe(1)
  expect(attempts()).toMatch(/^(connect|lookup) .*assay\.invalid/m)
}, 60_000)
