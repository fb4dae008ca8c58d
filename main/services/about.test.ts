import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { shippedWorks } from './about.ts'
import { Application } from './application.ts'
import type { Host } from './host.ts'
import { answering } from './services.ts'
import { releasesOf } from './version.ts'

const work = (name: string, version = '1.0.0') => ({
  name,
  version,
  licence: 'MIT',
  text: `Copyright (c) ${name}`,
})

/** A build whose two parts have bundled these. */
function build(main: readonly object[], renderer: readonly object[]): string {
  const out = temporaryFolder()
  for (const [part, works] of Object.entries({ main, renderer })) {
    mkdirSync(join(out, part))
    writeFileSync(join(out, part, 'licences.json.gz'), gzipSync(JSON.stringify(works)))
  }
  return out
}

test('what both parts of the build have is named once, Assay first, then by name, the scope left out', () => {
  const out = build(
    [work('Assay'), work('zod'), work('@noble/hashes')],
    [work('Assay'), work('zod'), work('eld')],
  )
  expect(shippedWorks(out).map(({ name }) => name)).toEqual(['Assay', 'eld', '@noble/hashes', 'zod'])
})

test('two versions of one package are two works', () => {
  const out = build([work('entities', '4.5.0')], [work('entities', '7.0.0')])
  expect(shippedWorks(out)).toHaveLength(2)
})

test('without a build it is said what to do', () => {
  expect(() => shippedWorks(temporaryFolder())).toThrow('Run `npm run build` first.')
})

test('releases are where the home of the package is, and only over https', () => {
  expect(releasesOf({ version: '1', homepage: 'https://assay.example/' })).toBe(
    'https://assay.example/releases/latest',
  )
  expect(releasesOf({ version: '1', homepage: 'file:///etc/passwd' })).toBeUndefined()
  expect(releasesOf({ version: '1' })).toBeUndefined()
})

test('a build without a home shows no page, whatever the host can, and the window does not offer it', async () => {
  const shown: string[] = []
  const host: Partial<Host> = { kind: 'electron', showPage: async address => void shown.push(address) }
  const app = new Application(host as Host, temporaryFolder())
  expect(app.session().releases).toBe(false)
  expect(await answering(app)('about.releases', {})).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
  expect(shown).toEqual([])
})
