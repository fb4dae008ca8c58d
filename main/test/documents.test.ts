/** What the documents point to is there. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const documents = globSync(['*.md', 'docs/**/*.md', '{app,main,renderer}/**/README.md'], { cwd: CHECKOUT })

const read = (path: string) => readFileSync(join(CHECKOUT, path), 'utf8')

interface Link {
  readonly from: string
  /** From the root of the checkout; empty for a place in the document itself. */
  readonly to: string
  readonly place: string
}

/** What a document links to in the checkout, pictures too. */
function linksIn(from: string): Link[] {
  const code = /```[\s\S]*?```|`[^`\n]*`/g
  return [
    ...read(from)
      .replace(code, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].flatMap(([, address = '']) => {
    if (/^[a-z]+:/i.test(address)) return []
    const [path = '', place = ''] = address.split('#')
    const to = path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path)))
    return [{ from, to: to.replaceAll('\\', '/'), place }]
  })
}

/** The places in a document that can be linked to, named after its headings as GitHub does. */
function placesIn(document: string): Set<string> {
  const headings = [...read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(
    headings.map(heading =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

const links = documents.flatMap(linksIn)

test('every link leads to something that is there', () => {
  expect(links.length).toBeGreaterThan(50)
  expect(links.filter(({ to }) => !existsSync(join(CHECKOUT, to)))).toEqual([])
})

test('every link to a place in a document leads to a heading of it', () => {
  const lost = links.filter(({ to, place }) => place && to.endsWith('.md') && !placesIn(to).has(place))
  expect(lost).toEqual([])
})

test('every page of docs can be reached from the README', () => {
  const reached = new Set<string>()
  const next = ['README.md']
  for (let page = next.pop(); page; page = next.pop()) {
    if (reached.has(page)) continue
    reached.add(page)
    for (const { to } of linksIn(page))
      if (to.endsWith('.md') && existsSync(join(CHECKOUT, to))) next.push(to)
  }
  const pages = documents.filter(path => path.startsWith('docs')).map(path => path.replaceAll('\\', '/'))
  expect(pages.filter(page => !reached.has(page))).toEqual([])
})

test('every file of the sources that a document names is there', () => {
  const named = documents.flatMap(from =>
    [...read(from).matchAll(/`((?:app|main|renderer|e2e|resources|docs)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = '']) => ({ from, path }),
    ),
  )
  expect(named.length).toBeGreaterThan(20)
  // Where a name stands for any, as in `app/formats/xyz.ts`, it is nobody's.
  const meant = named.filter(({ path }) => !/\bxyz\b|ROOM|NOUN/.test(path))
  expect(meant.filter(({ path }) => !existsSync(join(CHECKOUT, path)))).toEqual([])
})

test('every picture is shown somewhere, and is one that a journey makes', () => {
  const shown = new Set(links.map(({ to }) => to))
  const journeys = globSync('e2e/*.spec.ts', { cwd: CHECKOUT }).map(read).join('\n')
  const made = new Set([...journeys.matchAll(/finish\('([\w-]+)'\)/g)].map(([, name]) => name))
  for (const picture of globSync('docs/pictures/*', { cwd: CHECKOUT })) {
    const path = relative(CHECKOUT, join(CHECKOUT, picture)).replaceAll('\\', '/')
    expect([path, shown.has(path)]).toEqual([path, true])
    expect([path, made.has(basename(path).replace(/-(light|dark)\.png$/, ''))]).toEqual([path, true])
  }
})

test('every picture says in words what it shows', () => {
  const silent = documents.filter(path => /!\[\s*\]\(/.test(read(path)))
  expect(silent).toEqual([])
})
