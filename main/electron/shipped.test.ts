/** What the build says of all that ships: the list in the dialog About Assay. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedWorks } from '#main/services/about'
import { CHECKOUT } from './test/electron-builder.ts'

/** Licences that ask for no more than to be named, or (OFL) to ship typefaces as they are. */
const ALLOWED = ['Apache-2.0', 'blessing', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1']

/** What the program itself imports; the tools that build and test it, and types, are in no build. */
const SOURCES = globSync('{app,main,renderer}/**/*.{ts,tsx}', { cwd: CHECKOUT }).filter(
  path => !/\.test\.tsx?$|[\\/]test(-data)?[\\/]|main[\\/]pack[\\/]|main[\\/]dev\.ts|\.d\.ts$/.test(path),
)

const PACKAGE = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'))

const works = shippedWorks(join(CHECKOUT, 'out'))
const names = new Set(works.map(({ name }) => name))

test('every package that the sources name ships with its licence', () => {
  const named = new Set(SOURCES.flatMap(path => packagesIn(readFileSync(join(CHECKOUT, path), 'utf8'))))
  expect(named.size).toBeGreaterThan(30)
  expect([...named].filter(name => !names.has(name))).toEqual([])
})

test('what is packed beside the bundle ships with its licence', () => {
  const packing = readFileSync(join(CHECKOUT, 'electron-builder.yml'), 'utf8')
  const folders = [...packing.matchAll(/from: node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(
    ([, name]) => name ?? '',
  )
  expect(folders.length).toBeGreaterThan(0)
  expect([...folders, ...Object.keys(PACKAGE.dependencies)].filter(name => !names.has(name))).toEqual([])
})

test('a work within a package is named too, with its own licence', () => {
  expect(works).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'PDF.js', licence: 'Apache-2.0' }),
      expect.objectContaining({ name: 'SQLite', licence: 'blessing' }),
    ]),
  )
})

test('every licence is one that lets Assay be given away as it is', () => {
  expect(works.filter(({ licence }) => !ALLOWED.includes(licence))).toEqual([])
})

test('of every licence there is the text, and whose it is', () => {
  for (const { name, text, licence } of works) {
    if (licence === 'blessing') continue
    expect([name, text.length > 500 && /copyright/i.test(text)]).toEqual([name, true])
  }
})

test('Assay comes first, and each work once', () => {
  expect(works[0]).toMatchObject({ name: 'Assay', licence: 'MIT' })
  const keys = works.map(({ name, version }) => `${name} ${version}`)
  expect(new Set(keys).size).toBe(keys.length)
})

/** The packages of package.json that a source names after `from` or `import`. */
function packagesIn(source: string): string[] {
  const specifiers = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].map(
    ([, name]) => name ?? '',
  )
  return specifiers
    .map(name =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter(name => name in PACKAGE.dependencies || (name in PACKAGE.devDependencies && name !== 'electron'))
}
