import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { formats } from '#app/formats/index'
import { writeFeedback } from '#main/adjudication/write-feedback'
import { printable } from '#main/cli/printable'
import { members } from '#main/import/zip/members'
import { fillWithHostileTexts, HOSTILE, HOSTILE_TEXTS, STEERING } from '#main/test/hostile-project'
import { ANNA, project, temporaryFolder } from '#main/test/projects'
import { exportCorpus } from './export-corpus.ts'

function hostile() {
  const store = project()
  fillWithHostileTexts(store, ANNA)
  return store
}

function formatOf(id: string) {
  const format = formats.find(one => one.id === id)
  if (!format) throw new Error(`no format ${id}`)
  return format
}

async function exported(id: string): Promise<Buffer> {
  const path = join(temporaryFolder(), 'out')
  await exportCorpus(hostile(), { format: formatOf(id), several: 'zip' }, path)
  return readFileSync(path)
}

/** What in a page could do harm, as a browser would find it. */
function harmIn(page: string): string[] {
  const { document } = parseHTML(page)
  const harm: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (['script', 'iframe', 'object', 'embed', 'img', 'base', 'link', 'form'].includes(name))
      harm.push(`<${name}>`)
    for (const { name: attribute, value } of Array.from(element.attributes)) {
      if (/^on/i.test(attribute)) harm.push(`${attribute} on <${name}>`)
      if (/^(href|src|action|xlink:href)$/i.test(attribute) && /^\s*(javascript|data|vbscript):/i.test(value))
        harm.push(`${attribute}=${value}`)
    }
  }
  return harm
}

test('the watch over pages sees harm where there is some', () => {
  const page = `<body>${HOSTILE.script}${HOSTILE.handler}<a href="${HOSTILE.address}">x</a>`
  expect(harmIn(page)).toEqual(['<script>', '<img>', 'onerror on <img>', `href=${HOSTILE.address}`])
})

const pages = formats.filter(({ extension, write }) => extension === 'html' && write).map(({ id }) => id)

test.each(pages)('the page “%s” shows what it is given, and does none of it', async id => {
  const page = (await exported(id)).toString('utf8')
  expect(harmIn(page)).toEqual([])
  expect(page).toContain('&lt;script&gt;globalThis.harmed=1&lt;/script&gt;')
  expect(page).toMatch(/Content-Security-Policy" content="default-src (&#39;|')none/)
})

test('the page for an annotator shows what it is given, and does none of it', async () => {
  const store = hostile()
  const other = store.tables.annotator.all().find(({ name }) => name === HOSTILE.handler)
  if (!other) throw new Error('nobody is called so')
  const path = join(temporaryFolder(), 'feedback.html')
  const { differing } = await writeFeedback(store, other, path)
  expect(differing).toBe(HOSTILE_TEXTS.length)
  const page = readFileSync(path, 'utf8')
  expect(harmIn(page)).toEqual([])
  expect(page).toContain('&lt;img src=x onerror=')
})

test.each([
  ['csv', ','],
  ['tsv', '\t'],
])('no cell of a table (%s) is one that a spreadsheet would run', async (id, delimiter) => {
  const rows: string[][] = parse(await exported(id), {
    delimiter,
    relax_quotes: id === 'tsv',
    bom: true,
    quote: id === 'tsv' ? null : '"',
  })
  const cells = rows.flat()
  expect(cells.filter(cell => /^[=+@\t\r＝＋＠]|^-[^\d]/.test(cell))).toEqual([])
  for (const text of [HOSTILE.formula, HOSTILE.plus, HOSTILE.at, HOSTILE.minus, HOSTILE.wide])
    expect(cells).toContain(`'${text}`)
})

test('no cell of a workbook is a formula, and no link leads to a script', async () => {
  const parts = Object.entries(unzipSync(new Uint8Array(await exported('xlsx'))))
  const xml = parts
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
  expect(xml.join('')).toContain('globalThis.harmed')
  for (const part of xml) expect(part).not.toMatch(/<f>[^<]*(cmd|SUM\(1\)|1\+1)|Target="(javascript|file):/)
})

const archives = formats.filter(({ packaging, write }) => packaging === 'folder' && write).map(({ id }) => id)

test.each(archives)('in the folder of %s no file is called so that it lands elsewhere', async id => {
  const names = (await members(new Uint8Array(await exported(id)))).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) {
    expect(name).not.toMatch(/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\\|(^|\/)(con|nul|aux|prn)(\.|\/|$)/i)
    expect(name).not.toMatch(STEERING)
  }
})

test('nothing of it steers a terminal', () => {
  for (const text of HOSTILE_TEXTS) expect(printable(text)).not.toMatch(STEERING)
  expect(printable(HOSTILE.terminal)).toContain('\\u{1b}[2J')
  expect(printable(HOSTILE.bidi)).toContain('\\u{202e}')
})
