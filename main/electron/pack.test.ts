/**
 * Packs Assay and looks at what came of it. On Linux a stand-in takes the place of Electron's program, which packing
 * only renames there; on Windows and macOS packing edits the program, so there it is the real one.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FACE_FILES } from '#app/formats/pdf/faces'
import { fetchElectron } from '#main/browser/electron-binary'
import { CHECKOUT, electronBuilder, filesIn, folderOf, standIn } from './test/electron-builder.ts'

const MEGABYTE = 1024 * 1024

/** One for all projects, one for protected ones. */
const NATIVE = ['better-sqlite3-multiple-ciphers', 'better-sqlite3']

const folder = mkdtempSync(join(tmpdir(), 'assay-pack-'))
/** The folder with the archive and what is beside it. */
let resources = ''

beforeAll(() => {
  resources = pack('here', electronFolder(), process.platform === 'darwin' ? ['-c.mac.identity=null'] : [])
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const archive = () => join(resources, 'app.asar')

/** The files in the archive, without their folders. */
function packed(): string[] {
  const paths = listPackage(archive(), { isPack: false }).map(path => path.slice(1).split(sep).join('/'))
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}/`)))
}

test('the archive has the window, the preload, main and its thread', () => {
  expect(packed()).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/index.js',
      'out/main/jobs-thread.js',
      'out/main/queries-thread.js',
      'out/main/files-thread.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'resources/icons/256.png',
    ]),
  )
})

test('the archive has every sample article', () => {
  const sample = readdirSync(join(CHECKOUT, 'resources', 'sample')).map(name => `resources/sample/${name}`)
  expect(packed().filter(path => path.startsWith('resources/sample/'))).toEqual(sample.sort())
})

test('the archive has every face that the report is drawn with', () => {
  const faces = new Set(Object.values(FACE_FILES).flat())
  const fonts = packed().filter(path => path.startsWith('resources/fonts/'))
  expect(fonts.map(path => basename(path)).sort()).toEqual([...faces].sort())
})

test('the archive has nothing else: no sources, tests, documents or other modules', () => {
  const belongs = [
    /^package\.json$/,
    /^out\/main\/[\w-]+\.js$/,
    /^out\/(main|renderer)\/licences\.json\.gz$/,
    /^out\/preload\/preload\.cjs$/,
    /^out\/renderer\/index\.html$/,
    /^out\/renderer\/assets\/[\w-]+\.(js|css|svg|woff2)$/,
    /^resources\/sample\/[\w-]+\.md$/,
    /^resources\/icons\/256\.png$/,
    /^resources\/fonts\/[\w-]+\.woff$/,
    /^node_modules\/better-sqlite3(-multiple-ciphers)?\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/.+\.node)$/,
  ]
  expect(packed().filter(path => !belongs.some(pattern => pattern.test(path)))).toEqual([])
})

test('the native modules are beside the archive, alone, for this platform only', () => {
  const unpacked = filesIn(join(resources, 'app.asar.unpacked'))
  expect(unpacked.filter(path => !/^node_modules\/better-sqlite3(-multiple-ciphers)?\//.test(path))).toEqual(
    [],
  )
  expect(unpacked.filter(path => path.endsWith('.node')).sort()).toEqual(
    NATIVE.map(name => `node_modules/${name}/prebuilds/${process.platform}-${process.arch}.node`),
  )
})

test('packed for another platform, it has the native modules of that one', () => {
  const program = standIn(folder, 'electron.exe')
  const unedited = ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true']
  const there = pack('there', program, ['--win', 'dir', '--arm64', ...unedited])
  const unpacked = filesIn(join(there, 'app.asar.unpacked'))
  expect(unpacked.filter(path => path.endsWith('.node')).sort()).toEqual(
    NATIVE.map(name => `node_modules/${name}/prebuilds/win32-arm64.node`),
  )
})

test('without Electron, all of it is at most 15 MB', () => {
  const unpacked = join(resources, 'app.asar.unpacked')
  const sizes = [archive(), ...filesIn(unpacked).map(path => join(unpacked, path))].map(
    path => statSync(path).size,
  )
  const size = sizes.reduce((sum, one) => sum + one, 0) / MEGABYTE
  console.log(`packed, without Electron: ${size.toFixed(2)} MB`)
  expect(size).toBeLessThanOrEqual(15)
})

test('the program runs Assay’s archive, and lends itself to nothing else', async () => {
  const fuses = await getCurrentFuseWire(program())
  const state = (fuse: FuseV1Options) => String.fromCharCode(fuses[fuse] ?? 0)
  expect({
    node: state(FuseV1Options.RunAsNode),
    cookies: state(FuseV1Options.EnableCookieEncryption),
    options: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    otherCode: state(FuseV1Options.OnlyLoadAppFromAsar),
    integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    files: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    node: '0',
    cookies: '1',
    options: '0',
    inspect: '0',
    otherCode: '1',
    integrity: '1',
    files: '0',
  })
})

test('what was packed runs: it opens the sample project, reads a page in a process, imports it in its thread, protects it and locks it', () => {
  const application = join(folder, 'application')
  extractAll(archive(), application)
  putDoubleIn(application)
  writeFileSync(join(application, 'journey.js'), JOURNEY)
  const printed = execFileSync(process.execPath, [join(application, 'journey.js')], {
    encoding: 'utf8',
    env: { ...process.env, ASSAY_DATA: join(folder, 'data') },
    timeout: 60_000,
  })
  expect(JSON.parse(printed)).toMatchObject({
    title: 'Sample – Assay',
    page: 200,
    state: { ok: true, value: { host: 'electron', project: { fileName: 'Sample.assay' } } },
    imported: { ok: true, value: { articles: [{ title: 'Packed', sentences: 2, added: true }] } },
    protected: { ok: true, value: { session: { project: { isProtected: true } } } },
    locked: { ok: true, value: { project: null, locked: { fileName: 'Sample.assay', wasOpen: true } } },
    unlocked: { ok: true, value: { project: { fileName: 'Sample.assay', isProtected: true } } },
    readers: 1,
    library: { ok: true, value: { total: readdirSync(join(CHECKOUT, 'resources', 'sample')).length + 1 } },
    errors: [],
  })
})

/** What a person does first, on the double of Electron. */
const JOURNEY = `
import { createRequire } from 'node:module'
import { app, BrowserWindow, contextBridge, dialog, session, utilityProcess } from 'electron'

app.isPackaged = true
await import('./out/main/index.js')
createRequire(import.meta.url)('./out/preload/preload.cjs')
app.becomeReady()
while (!BrowserWindow.getAllWindows().length && !dialog.errors.length) await new Promise(next => setTimeout(next, 10))

const { call } = contextBridge.exposed.assay
const PAGE = '<title>Packed</title><article><p>One sentence. And another.</p></article>'
const done = {
  title: BrowserWindow.getAllWindows()[0]?.title,
  page: (await session.defaultSession.pages({ url: 'assay://app/index.html' })).status,
  state: await call('session.state', {}),
  imported: await call('article.import', {
    group: '01890a5d-ac96-774b-bcce-b302099a8057',
    content: { kind: 'file', name: 'packed.html', bytes: new TextEncoder().encode(PAGE) },
  }),
  protected: await call('project.protect', { passphrase: null, next: 'four words nobody joins', job: crypto.randomUUID() }),
  locked: await call('project.lock', {}),
  unlocked: await call('project.unlock', { passphrase: 'four words nobody joins' }),
  library: await call('library.page', { filter: {}, order: 'imported', offset: 0, limit: 1 }),
  readers: utilityProcess.started,
  errors: dialog.errors,
}
app.on('quit', () => console.log(JSON.stringify(done)))
app.quit()
`

/**
 * Packs, without making an installer of it.
 *
 * @param name of the folder in which it is packed
 * @returns the folder with the archive and what is beside it
 */
function pack(name: string, electron: string, options: readonly string[]): string {
  const place = join(folder, name)
  electronBuilder(place, electron, ['--dir', ...options])
  const archive = filesIn(place).find(path => basename(path) === 'app.asar')
  if (!archive) throw new Error('nothing was packed')
  return join(place, dirname(archive))
}

/** Electron's folder; a stand-in on Linux. */
function electronFolder(): string {
  if (process.platform === 'linux') return standIn(folder, 'electron')
  const real = fetchElectron()
  if (!real)
    throw new Error('Packing needs Electron here, and it could not be fetched: `npx install-electron`.')
  return join(folderOf('electron'), 'dist')
}

function program(): string {
  if (process.platform === 'linux') return join(resources, '..', 'assay')
  return process.platform === 'win32'
    ? join(resources, '..', 'Assay.exe')
    : join(resources, '..', 'MacOS', 'Assay')
}

/** Puts the double where the packed code finds the module `electron`. */
function putDoubleIn(application: string): void {
  const module = join(application, 'node_modules', 'electron')
  mkdirSync(module)
  writeFileSync(join(module, 'package.json'), '{"type":"module","exports":"./index.js"}')
  const double = pathToFileURL(join(import.meta.dirname, 'test', 'electron-double.ts'))
  writeFileSync(join(module, 'index.js'), `export * from '${double}'`)
}
