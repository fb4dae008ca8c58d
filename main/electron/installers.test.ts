/**
 * Makes the installers of Linux as electron-builder.yml lists them, on a double of Electron's program and with doubles of
 * the two tools that electron-builder fetches for it (fpm for deb and rpm, mksquashfs for the AppImage): each lays out in
 * a folder what it was given to pack. So the test sees every file where a person's system will have it.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKOUT, electronBuilder, filesIn, standIn } from './test/electron-builder.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-installers-'))
const place = join(folder, 'dist')
const laidOut = join(folder, 'laid-out')

beforeAll(() => {
  const home = '-c.extraMetadata.homepage=https://assay.example'
  const tools = { CUSTOM_FPM_PATH: fpm(), APPIMAGE_TOOLS_PATH: appImageTools() }
  electronBuilder(place, standIn(folder, 'electron'), ['--linux', home], tools)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DEB = 'assay_0.1.0_amd64.deb'
const RPM = 'assay-0.1.0.x86_64.rpm'
const APP_IMAGE = 'Assay-0.1.0-x86_64.AppImage'
const ALL = [
  APP_IMAGE,
  'Assay-0.1.0-arm64.AppImage',
  DEB,
  'assay_0.1.0_arm64.deb',
  RPM,
  'assay-0.1.0.aarch64.rpm',
]

const read = (installer: string, path: string) => readFileSync(join(laidOut, installer, path), 'utf8')

test('there is an AppImage, a deb and an rpm, each for x64 and ARM', () => {
  expect(readdirSync(laidOut).sort()).toEqual([...ALL].sort())
})

test.each(ALL)('%s has the native modules of its processor, and no others', installer => {
  const processor = /arm64|aarch64/.test(installer) ? 'arm64' : 'x64'
  const natives = filesIn(join(laidOut, installer)).filter(path => path.endsWith('.node'))
  expect(natives.map(path => path.replace(/^.*node_modules\//, '')).sort()).toEqual(
    ['better-sqlite3-multiple-ciphers', 'better-sqlite3'].map(
      name => `${name}/prebuilds/linux-${processor}.node`,
    ),
  )
})

describe.each([
  { installer: DEB, entry: 'usr/share/applications/assay.desktop', starts: '/opt/Assay/assay %U' },
  { installer: RPM, entry: 'usr/share/applications/assay.desktop', starts: '/opt/Assay/assay %U' },
  { installer: APP_IMAGE, entry: 'assay.desktop', starts: 'AppRun %U' },
])('$installer', ({ installer, entry, starts }) => {
  test('its entry in the menu starts Assay in its sandbox, and opens both kinds of files', () => {
    const lines = read(installer, entry).split('\n')
    const values = Object.fromEntries(lines.slice(1).map(line => line.split(/=(.*)/)))
    expect(lines[0]).toBe('[Desktop Entry]')
    expect(values).toMatchObject({
      Type: 'Application',
      Name: 'Assay',
      Exec: starts,
      Icon: 'assay',
      StartupWMClass: 'assay',
      Categories: 'Office;',
      MimeType: 'application/vnd.assay.project;application/vnd.assay.exchange;',
    })
  })

  test('it tells the desktop a project by its ending', () => {
    expect(typesIn(read(installer, 'usr/share/mime/packages/assay.xml'))).toHaveProperty(
      'application/vnd.assay.project',
      '*.assay',
    )
  })

  test('it has the icon in every size of the theme, as drawn', () => {
    const theme = 'usr/share/icons/hicolor'
    for (const name of readdirSync(join(CHECKOUT, 'resources', 'icons'))) {
      const size = /^(\d+)\.png$/.exec(name)?.[1]
      if (!size) continue
      const shown = readFileSync(join(laidOut, installer, theme, `${size}x${size}`, 'apps', 'assay.png'))
      expect(shown.equals(readFileSync(join(CHECKOUT, 'resources', 'icons', name)))).toBe(true)
    }
  })
})

test.each([DEB, RPM])('%s tells the desktop an exchange file by its two endings', installer => {
  expect(typesIn(read(installer, 'usr/share/mime/packages/assay.xml'))).toEqual({
    'application/vnd.assay.project': '*.assay',
    'application/vnd.assay.exchange': '*.assay.jsonl',
  })
})

test.each([DEB, RPM])('%s puts files nowhere but into /opt/Assay and the desktop’s folders', installer => {
  const elsewhere = filesIn(join(laidOut, installer)).filter(
    path => !/^(opt\/Assay|usr\/share\/(applications|icons\/hicolor|mime\/packages))\//.test(path),
  )
  expect(elsewhere).toEqual([])
})

/** The types that a MIME package declares, each with its pattern. Throws where the file is no well-formed XML. */
function typesIn(xml: string): Record<string, string> {
  const types: Record<string, string> = {}
  let type = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mime-type') type = String(attributes.type)
    if (name === 'glob') types[type] = String(attributes.pattern)
  })
  parser.write(xml).close()
  return types
}

/** A double of fpm: what it is told to pack, `FROM=TO`, it copies; a FROM that ends with `/` is what is in that folder. */
function fpm(): string {
  return script(
    join(folder, 'fpm'),
    `
    const words = process.argv.slice(2)
    const package_ = words[words.indexOf('--package') + 1]
    for (const word of words.filter(word => word.includes('=/'))) {
      const [from, to] = word.split('=')
      cpSync(from, join(LAID_OUT, basename(package_), to), { recursive: true })
    }
    writeFileSync(package_, '')`,
  )
}

/** The folder of doubles of what makes an AppImage: mksquashfs copies the folder that it is told to pack. */
function appImageTools(): string {
  const tools = join(folder, 'app-image-tools')
  for (const processor of ['x64', 'arm64']) {
    mkdirSync(join(tools, 'lib', processor), { recursive: true })
    mkdirSync(join(tools, 'runtimes'), { recursive: true })
    writeFileSync(join(tools, 'runtimes', `runtime-${processor}`), 'runtime')
  }
  script(join(tools, 'desktop-file-validate'), '')
  script(
    join(tools, 'mksquashfs'),
    `
    const [from, image] = process.argv.slice(2)
    cpSync(from, join(LAID_OUT, basename(image)), { recursive: true })
    writeFileSync(image, '')`,
  )
  return tools
}

function script(path: string, work: string): string {
  const head = `#!/usr/bin/env node
    const { cpSync, writeFileSync } = require('node:fs')
    const { basename, join } = require('node:path')
    const LAID_OUT = ${JSON.stringify(laidOut)}`
  writeFileSync(path, head + work, { mode: 0o755 })
  return path
}
