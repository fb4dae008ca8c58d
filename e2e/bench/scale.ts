import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Annotator } from '#app/model/annotator'
import { AnnotationId, type ArticleId, GroupId } from '#app/model/ids'
import { merge } from '#main/exchange/merge'
import { share } from '#main/exchange/share'
import { openProject } from '#main/store/open'
import type { Bench, Figure } from './bench.ts'
import { builtHost } from './built-host.ts'
import { text } from './generator.ts'
import { median, timedAsync } from './measure.ts'
import { addArticle, annotator, emptyProject, labels, tagSentences } from './project.ts'
import { scaleProject } from './scale-project.ts'
import { wordOfRank } from './vocabulary.ts'
import type { Told } from './watch-loop.ts'
import { type WatchedWindow, withWatchedWindow } from './watched-window.ts'

/** The largest is what the promise is about; fewer articles where `BENCH_ARTICLES` says so. */
const LARGEST = Number(process.env.BENCH_ARTICLES ?? 100_000)
const SIZES = [100, 1_000, 10_000, 100_000].filter(size => size <= LARGEST)

/** Of each kind of call, how many. */
const TIMES = 40
const IMPORTED = 100
const MERGED = 100
/** Milliseconds for which agreement may compute. */
const PATIENCE = 300_000

/** How often the largest may take as long as 1,000 articles, where a cost is that of what is shown or changed. */
const GROWTH = 2
const OPEN = 500
const MEMORY = 300
/** Milliseconds for which main may keep everything else waiting. */
const BLOCK = 50

/** Milliseconds of each thing at one size; and what main did meanwhile. */
interface Measured {
  readonly size: number
  readonly times: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, Told>>
  readonly memory: { readonly main: number; readonly worked: number; readonly window: number }
}

/**
 * What is to cost the same however many articles there are. Not the filter: its page is full at 100,000 articles, and has
 * an article or none at 1,000.
 */
const FLAT = ['open', 'search', 'tag', 'article', 'next']

/**
 * What a person does in projects of 100 to 100,000 articles of 50 sentences, 20 of them tagged: from the window, through
 * the browser host, whose event loop is watched meanwhile. `BENCH_PROJECTS` names a folder where the projects are kept
 * from one run to the next; they are changed a little by each.
 */
export const scale: Bench = {
  name: 'scale',
  async run(folder) {
    const entry = await builtHost()
    const measured: Measured[] = []
    for (const size of SIZES) measured.push(await measure(entry, folder, size))
    return [...measured.flatMap(figuresAt), ...growth(measured)]
  },
}

async function measure(entry: string, folder: string, size: number): Promise<Measured> {
  const kept = process.env.BENCH_PROJECTS
  const path = join(kept ?? folder, `${size}.assay`)
  if (!existsSync(path)) scaleProject(path, size)
  const times: Record<string, number> = {}
  const blocks: Record<string, Told> = {}
  const data = join(folder, 'data')
  const person = personOf(path)
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ annotator: person }))
  const memory = await withWatchedWindow(entry, emptyStart(folder), data, async window => {
    blocks.open = await window.watched(async () => {
      times.open = await opening(window, path)
    })
    const opened = await memoryOf(window)
    // With the process that reads texts.
    const content = { kind: 'paste', title: '', text: 'A short one.' } as const
    times['first text looked at'] = await timedAsync(() => window.call('source.preview', { content }))
    const ids = await window.call('library.stretch', {
      filter: {},
      order: 'imported',
      offset: 0,
      limit: size,
    })
    const some = Array.from({ length: TIMES }, (_, place) => ids[(place * 7919) % ids.length] as ArticleId)
    blocks.search = await window.watched(async () => {
      times.search = await medianOf(place => search(window, wordOfRank(1_000 + place * 200)))
    })
    times.filter = await medianOf(place =>
      window.call('library.page', {
        ...{ order: 'imported', offset: 0, limit: 100 },
        filter: { words: wordOfRank(60_000 + place * 3_000) },
      }),
    )
    times.article = await medianOf(place => window.call('article.open', { article: at(some, place) }))
    times.next = await medianOf(place =>
      window.call('layer.next', {
        queue: { kind: 'unread' },
        from: { article: at(some, place), start: 0 },
        direction: 'next',
      }),
    )
    times.tag = await medianOf(place =>
      window.call('layer.tag', {
        article: at(some, place),
        label: at(labels, place),
        ranges: [{ start: 0, end: 5 + place, id: AnnotationId.parse(uuidv7()) }],
      }),
    )
    blocks.import = await window.watched(async () => {
      times.import = await timedAsync(() => importSome(window, size))
    })
    blocks.export = await window.watched(async () => {
      times.export = await timedAsync(() =>
        window.call('export.write', { format: 'jsonl', job: randomUUID() }),
      )
    })
    return { ...opened, worked: await window.memory() }
  })
  times.merge = await merging(folder, path, person)
  const agreed = agreement(entry, path)
  if (agreed !== undefined) times.agreement = agreed
  return { size, times, blocks, memory }
}

/** Whose project it is, so that who measures has tagged in it: perhaps in an earlier run. */
function personOf(path: string): Annotator {
  const store = openProject(path)
  const person = store.tables.annotator.all().find(({ name }) => name === annotator.name)
  store.close()
  if (!person) throw new Error('the project is nobody’s')
  return person
}

/** A project to begin with, so that opening the large one is all that is measured. */
function emptyStart(folder: string): string {
  const path = join(folder, 'start.assay')
  rmSync(path, { force: true })
  const store = emptyProject(path)
  addArticle(store, 1, 10)
  store.close()
  return path
}

/** From the call that opens a project to the frame that shows its list. */
async function opening({ page }: WatchedWindow, path: string): Promise<number> {
  return page.evaluate(async path => {
    const list = () => document.querySelectorAll('.library-viewport li').length
    const begun = performance.now()
    const response = await fetch('/call/project.open', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ path }),
    })
    const outcome = await response.json()
    if (!outcome.ok) throw new Error(outcome.failure.message)
    while (list() < 2) await new Promise(requestAnimationFrame)
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - begun
  }, path)
}

const search = (window: WatchedWindow, query: string) =>
  window.call('search.page', { search: { query }, limit: 40 })

async function medianOf(work: (place: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let place = 0; place < TIMES; place++) times.push(await timedAsync(() => work(place)))
  return median(times)
}

async function importSome(window: WatchedWindow, size: number): Promise<void> {
  const group = GroupId.parse(uuidv7())
  // Other texts at each size and in each run: what is there already is not added twice.
  const seed = size * 1_000 + (Date.now() % 1_000_000_000)
  for (let count = 0; count < IMPORTED; count++) {
    const content = { kind: 'paste', title: '', text: text(seed + count, 50) } as const
    await window.call('article.import', { group, content })
  }
}

async function memoryOf(window: WatchedWindow): Promise<Pick<Measured['memory'], 'main' | 'window'>> {
  const session = await window.page.context().newCDPSession(window.page)
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { main: await window.memory(), window: usedSize / 1e6 }
}

/** A colleague's hundred articles, a third of their sentences tagged, merged into the project. */
async function merging(folder: string, path: string, person: Annotator): Promise<number> {
  const sender = emptyProject(join(folder, `sender-${randomUUID()}.assay`))
  const seed = Date.now() % 1_000_000_000
  for (let count = 0; count < MERGED; count++) {
    const { id, sentences } = addArticle(sender, seed + count, 50)
    tagSentences(
      sender,
      id,
      sentences.filter((_, index) => index % 3 === 0),
    )
  }
  const file = join(folder, `${randomUUID()}.assay.jsonl`)
  await share(sender, { by: annotator }, file)
  sender.close()
  const store = openProject(path)
  try {
    return await timedAsync(() => merge(store, file, { by: person.id }))
  } finally {
    store.close()
  }
}

/** Of all that both have tagged, on the command line; undefined, and said, where it fails or is not done in time. */
function agreement(entry: string, path: string): number | undefined {
  const begun = performance.now()
  const { status, signal } = spawnSync(process.execPath, [entry, 'agreement', path, '--json'], {
    ...{ stdio: 'ignore', timeout: PATIENCE },
  })
  if (status === 0) return performance.now() - begun
  console.error(`agreement of ${path} came to nothing: it ended with ${status ?? signal}`)
  return undefined
}

function figuresAt({ size, times, blocks, memory }: Measured): Figure[] {
  const of = `${size.toLocaleString('en')} articles`
  return [
    ...Object.entries(times).map(
      ([what, value]): Figure => ({
        ...{ name: `${of}: ${what}`, value, unit: 'ms' },
        ...(what === 'open' ? { bar: OPEN } : {}),
      }),
    ),
    ...Object.entries(blocks).flatMap(([what, { longest, most, own }]): Figure[] => [
      { name: `${of}: main kept waiting by its own work, ${what}`, value: own, unit: 'ms', bar: BLOCK },
      { name: `${of}: the same, and by others that had the cores`, value: longest, unit: 'ms' },
      { name: `${of}: 99th percentile of these`, value: most, unit: 'ms' },
    ]),
    { name: `${of}: memory of main with its threads, opened`, value: memory.main, unit: 'MB', bar: MEMORY },
    { name: `${of}: the same after import and export`, value: memory.worked, unit: 'MB', bar: MEMORY },
    { name: `${of}: memory of the window’s scripts`, value: memory.window, unit: 'MB' },
  ]
}

/** The largest size against 1,000 articles. */
function growth(measured: readonly Measured[]): Figure[] {
  const small = measured.find(({ size }) => size === 1_000)
  const large = measured.at(-1)
  if (!small || !large || large === small) return []
  return FLAT.map(what => ({
    ...{
      name: `${what}, ${large.size.toLocaleString('en')} articles against 1,000`,
      unit: 'ms',
      bar: GROWTH,
    },
    ...{ value: large.times[what] ?? 0, against: small.times[what] ?? 0 },
  }))
}

function at<T>(values: readonly T[], place: number): T {
  const value = values[place % values.length]
  if (value === undefined) throw new Error('there is nothing to choose from')
  return value
}
