import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { BIN } from '#app/model/collection'
import { ArticleFilter, type ArticleOrder } from '#app/model/library'
import type { Store } from '#main/store/store'
import type { Bench, Figure } from './bench.ts'
import { fillLibrary, GREEN } from './library-project.ts'
import { percentile, timed } from './measure.ts'
import { annotator, emptyProject } from './project.ts'
import { withWindow } from './window.ts'

/** As many as the promise is about; fewer where `BENCH_ARTICLES` says so. */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 100_000)
const TIMES = Number(process.env.BENCH_TIMES ?? 20)
/** Milliseconds to the first page, 95th percentile. */
const BAR = 50

const PAGES: readonly (readonly [string, object, ArticleOrder?])[] = [
  ['without a filter', {}],
  ['by title', {}, 'title'],
  ['latest published first', {}, 'published'],
  ['least reviewed first', {}, 'progress'],
  ['with a rare word', { words: 'zebra' }],
  ['with the beginning of a word of every article', { words: 'stor' }],
  ['with a label of many', { labels: ['fact'] }],
  ['by an annotator of every third article', { annotators: [annotator.id] }],
  ['unread', { status: ['unread'] }],
  ['in progress or done', { status: ['in-progress', 'done'] }],
  ['of one source in fifty', { sources: ['Source 7'] }],
  ['of a language of half', { languages: ['en'] }],
  ['of a year', { from: '2025', to: '2025' }],
  ['flagged', { flagged: true }],
  ['disagreed', { disagreed: true }],
  ['with the value of an attribute', { attributes: { verdict: ['refuted'] } }],
  ['of a collection of a tenth', { collection: GREEN }],
  ['in the bin', { collection: BIN.id }],
  ['of four conditions', { labels: ['fact'], languages: ['en'], from: '2025', status: ['in-progress'] }],
]

/**
 * The first page of the library at 100,000 articles, with each filter and in each order, as after a change: nothing is
 * remembered. The sums at its foot come after it. Then the list in the window, scrolled by a page of rows every frame.
 */
export const library: Bench = {
  name: 'library',
  async run(folder) {
    const path = join(folder, 'library.assay')
    const store = emptyProject(path)
    fillLibrary(store, ARTICLES)
    const figures = PAGES.map(([what, filter, order = 'imported']) => firstPage(store, what, filter, order))
    figures.push(laterPages(store), sums(store))
    store.close()
    const frames = await withWindow(path, join(folder, 'data'), scrolled)
    return [
      ...figures,
      {
        name: 'between two frames while it scrolls, median',
        value: percentile(frames, 50),
        unit: 'ms',
        bar: 17.5,
      },
      {
        name: 'between two frames while it scrolls, 99th percentile',
        value: percentile(frames, 99),
        unit: 'ms',
        bar: 34,
      },
    ]
  },
}

function firstPage(store: Store, what: string, filter: object, order: ArticleOrder): Figure {
  const query = { filter: ArticleFilter.parse(filter), order, annotator: annotator.id, offset: 0, limit: 100 }
  const times = Array.from({ length: TIMES }, () => {
    // A change, after which the list and its sums are made anew.
    const number = store.lastChange()
    store.write({
      by: annotator.id,
      action: 'collect',
      edits: [
        { kind: 'collection', id: GREEN, after: { id: GREEN, name: `Green ${number}`, dealtTo: null } },
      ],
    })
    return timed(() => store.library.page(query))
  })
  const { total } = store.library.page(query)
  const name = `library, first page ${what} (${total.toLocaleString('en')} articles), 95th percentile`
  return { name, value: percentile(times, 95), unit: 'ms', bar: BAR }
}

function laterPages(store: Store): Figure {
  const query = {
    filter: ArticleFilter.parse({}),
    order: 'imported',
    annotator: annotator.id,
    limit: 100,
  } as const
  const times = Array.from({ length: 200 }, (_, page) =>
    timed(() => store.library.page({ ...query, offset: (page * 7919) % ARTICLES })),
  )
  return {
    name: 'library, a later page, 95th percentile',
    value: percentile(times, 95),
    unit: 'ms',
    bar: BAR,
  }
}

function sums(store: Store): Figure {
  const times = Array.from({ length: TIMES }, () => {
    store.introduce(annotator.id, `Bench ${store.lastChange()}`)
    return timed(() => store.library.totals(annotator.id))
  })
  return { name: 'library, sums over all of it, 95th percentile', value: percentile(times, 95), unit: 'ms' }
}

async function scrolled(page: Page, url: string): Promise<number[]> {
  await page.goto(url)
  await page.getByRole('list', { name: 'Articles' }).getByRole('listitem').nth(5).waitFor({ timeout: 60_000 })
  return page.evaluate(scrollAndWatch)
}

/** Runs in the page: scrolls for five seconds, as a wheel that is turned fast does. @returns the time between frames */
function scrollAndWatch(): Promise<number[]> {
  const list = document.querySelector('.library-viewport')
  const frames: number[] = []
  const begun = performance.now()
  let last = begun
  return new Promise(resolve => {
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      if (list) list.scrollTop += 240
      if (now - begun < 5000) requestAnimationFrame(next)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(next)
  })
}
