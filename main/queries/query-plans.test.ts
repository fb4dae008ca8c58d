/**
 * No query of the hot path walks a whole table: what SQLite plans for every statement that opening a project, the
 * queries of the window and a tag run is looked at. Costs then grow with what is shown or changed, not with the corpus.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test, vi } from 'vitest'
import { calls, type Input } from '#app/contract'
import { BIN } from '#app/model/collection'
import {
  AnnotationId,
  type AnnotatorId,
  type ArticleId,
  AttributeId,
  CollectionId,
  LabelId,
} from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { Application } from '#main/services/application'
import type { Host } from '#main/services/host'
import { sampleProject } from '#main/services/sample'
import { answering } from '#main/services/services'
import { BORYS, tagSentence } from '#main/test/projects'
import { queriesOf } from './queries.ts'
import { QUERY_NAMES, type QueryName } from './query-names.ts'

/** What was run, with its values, on the connections of this thread. */
const { run } = vi.hoisted(() => ({ run: [] as string[] }))

// The real SQLite, which tells here what it runs.
vi.mock('better-sqlite3', async original => {
  const { default: Real } = await original<{ default: typeof import('better-sqlite3') }>()
  return {
    default: class extends Real {
      constructor(path: string, options: object) {
        super(path, { ...options, verbose: sql => run.push(String(sql)) })
      }
    },
  }
})

/** What may be walked, and why. */
interface Allowance {
  /** What SQLite says of the step: `SCAN`, what it walks, and how. */
  readonly step: RegExp
  /** Only in such a statement; in any, where it is not given. */
  readonly of?: RegExp
  readonly why: string
}

const ALLOWED: readonly Allowance[] = [
  {
    step: /^SCAN (project|annotators|labels|attributes|collections|editions|shares|sqlite_schema)$/,
    why: 'has as many rows as people make by hand, however many articles there are',
  },
  {
    step: /VIRTUAL TABLE INDEX|^SCAN \d+ CONSTANT ROWS?$|^SCAN CONSTANT ROW$/,
    why: 'json_each walks what the caller named, FTS5 what matches',
  },
  {
    step: /^SCAN \(subquery-\d+\)$/,
    why: 'walks what it has gathered itself, by steps that are looked at too',
  },
  { step: /^SCAN t$/, of: /\bt\.annotations from \(select annotator, count/, why: 'the same, by its name' },
  { step: /^SCAN changes$/, of: /order by seq desc limit 1$/, why: 'the last row by its key, and no other' },
  {
    step: /^SCAN articles( USING COVERING INDEX articles_by_(title|published))?$/,
    of: /order by (key|key desc|title collate nocase, key|published desc, key desc) limit 50/,
    why: 'in the order that an index has, and no further than the page',
  },
  // From here on: walks of the corpus, along an index, that nothing but another table of sums would spare.
  {
    step: /^SCAN (articles|segmentations) USING COVERING INDEX/,
    of: /^ *select \(select (count\(\*\)|coalesce\(sum\(count\), 0\)) from/,
    why: 'how many articles and sentences there are; once, until something changes',
  },
  {
    step: /^SCAN articles/,
    of: /^select key from \(select key from (articles not indexed|\(select key from articles except select key from progress)/,
    why: 'a list that is all of the library, or all that is unread: gathered once, and then remembered',
  },
  {
    step: /^SCAN (disputed|siblings)$/,
    of: /^select (key from \(select key from disputed\)|distinct kind, record id from siblings)/,
    why: 'all of it is what is asked for',
  },
  {
    step: /^SCAN (articles|progress) USING COVERING INDEX|^SCAN article_labels$/,
    of: /^ *select value, count\(\*\) as articles from/,
    why: 'a count for each value there is; asked for when somebody opens the filter',
  },
  {
    step: /^SCAN annotations USING COVERING INDEX annotations_by_label$/,
    of: /count\(\*\) as count from annotations .* group by label, annotator/,
    why: 'how many annotations of each annotator; asked for where somebody chooses among them',
  },
  {
    step: /^SCAN m$/,
    of: /group by m\.collection$/,
    why: 'a count for each collection; walks what is in collections',
  },
  {
    step: /^SCAN s USING COVERING INDEX segmentations_by_count$/,
    of: /s\.count > coalesce\(.* limit 501$/,
    why: 'articles that are not read to their end, from the first on, and no further than 501',
  },
]

/** A place in the project to ask about. */
interface Place {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly start: number
  readonly end: number
  readonly annotation: AnnotationId
}

const CLAIM = LabelId.parse('claim')
const BY = AttributeId.parse('attributed-to')
const LINK = AttributeId.parse('same-claim')
const COLLECTION = CollectionId.parse(uuidv7())

const LIBRARY = { order: 'imported', offset: 0, limit: 50 } as const

/** What each query is asked; every one is here, or this does not compile. */
const ASKED: { readonly [N in QueryName]: (place: Place) => readonly Input<N>[] } = {
  'annotator.list': () => [{}],
  // Agreement is computed from all that was judged, when somebody asks for it; the rest is asked of what it remembers.
  'agreement.report': () => [],
  'agreement.confusion': () => [],
  'agreement.cell': () => [],
  'agreement.divided': () => [],
  'agreement.own': () => [],
  'agreement.articles': () => [],
  // Asks nothing of the project.
  'export.formats': () => [],
  // What is dealt, and how far it has come, is asked of all articles, when somebody looks at that.
  'assign.plan': () => [],
  'assign.plan-again': () => [],
  'assign.overview': () => [],
  'assign.progress': () => [],
  'assign.articles': () => [],
  'adjudication.article': ({ article }) => [{ article }, { article, order: 'disagreed-first' }],
  'article.open': ({ article }) => [{ article }],
  'article.last': () => [{}],
  'library.page': ({ annotator }) => [
    { ...LIBRARY, filter: {} },
    { ...LIBRARY, filter: {}, order: 'newest' },
    { ...LIBRARY, filter: {}, order: 'title' },
    { ...LIBRARY, filter: {}, order: 'published' },
    { ...LIBRARY, filter: {}, order: 'progress' },
    { ...LIBRARY, filter: { words: 'bridge' } },
    { ...LIBRARY, filter: { labels: [CLAIM] } },
    { ...LIBRARY, filter: { annotators: [annotator] } },
    { ...LIBRARY, filter: { status: ['unread'] } },
    { ...LIBRARY, filter: { status: ['in-progress'] } },
    { ...LIBRARY, filter: { status: ['done'] } },
    { ...LIBRARY, filter: { sources: ['Northfield Courier'] } },
    { ...LIBRARY, filter: { languages: ['en'] } },
    { ...LIBRARY, filter: { from: '2026', to: '2027' } },
    { ...LIBRARY, filter: { flagged: true } },
    { ...LIBRARY, filter: { incomplete: true } },
    { ...LIBRARY, filter: { disagreed: true } },
    { ...LIBRARY, filter: { attributes: { [BY]: ['Ilse Brandt'] } } },
    { ...LIBRARY, filter: { collection: COLLECTION } },
    { ...LIBRARY, filter: { collection: BIN.id } },
    { ...LIBRARY, filter: { words: 'bridge', labels: [CLAIM], status: ['in-progress'] } },
  ],
  'library.totals': () => [{}],
  'library.place': ({ article }) => [{ filter: {}, order: 'imported', article }],
  'library.stretch': () => [{ ...LIBRARY, filter: { labels: [CLAIM] } }],
  'library.facets': () => [
    { of: 'source', like: 'cour' },
    { of: 'language' },
    { of: 'annotator' },
    { of: 'label' },
    { of: { attribute: BY }, like: 'br' },
  ],
  'collection.list': () => [{}],
  'codebook.touches': () => [{ labels: [CLAIM], attributes: [BY] }],
  'codebook.editions': () => [{}],
  'codebook.to-decide': () => [{ after: null, limit: 20 }],
  'codebook.read': () => [],
  'conflict.count': () => [{}],
  'conflict.list': () => [{ offset: 0, limit: 50 }],
  'exchange.colleagues': () => [{}],
  'guideline.read': () => [{}],
  'guideline.to-look-at': () => [{ after: null, limit: 50 }],
  'layer.next': ({ article, start }) =>
    (['next', 'previous'] as const).flatMap(direction => [
      { queue: { kind: 'unread' }, from: { article, start }, direction } as const,
      { queue: { kind: 'flagged', by: 'me' }, from: { article, start }, direction } as const,
      { queue: { kind: 'flagged', by: 'everybody' }, from: null, direction } as const,
      { queue: { kind: 'cannot-judge' }, from: { article, start }, direction } as const,
      { queue: { kind: 'incomplete' }, from: { article, start }, direction } as const,
      { queue: { kind: 'label', label: CLAIM }, from: { article, start }, direction } as const,
      { queue: { kind: 'to-look-at' }, from: { article, start }, direction } as const,
    ]),
  'layer.flagged': () => [
    { by: 'me', offset: 0, limit: 20 },
    { by: 'everybody', offset: 0, limit: 20 },
  ],
  'layer.equal': ({ article, start, end }) => [{ article, start, end }],
  'name.complete': () => [{ attribute: BY, text: 'Bra' }],
  'name.list': () => [
    { attribute: BY, text: '', offset: 0, limit: 20 },
    { attribute: BY, text: 'bra', offset: 0, limit: 20 },
  ],
  'name.uses': () => [{ attribute: BY, value: 'Ilse Brandt' }],
  'register.similar': () => [{ attribute: LINK, text: 'The bridge will be finished by March.' }],
  'register.list': () => [
    { attribute: LINK, text: '', order: 'most', offset: 0, limit: 20 },
    { attribute: LINK, text: 'bridge', order: 'wording', offset: 0, limit: 20 },
  ],
  'register.appearances': () => [{ attribute: LINK, value: 'The bridge is safe', offset: 0, limit: 20 }],
  'register.unlinked': () => [{ attribute: LINK, after: null }],
  'register.column': () => [
    { status: '', who: '', after: null },
    { status: 'kept', who: 'Ilse Brandt', after: null },
  ],
  'register.card': () => [{ kind: LINK, card: 'The bridge is safe' }],
  'search.page': () => [
    { search: { query: 'bridge' } },
    { search: { query: 'harbour OR "tram line"' }, order: 'rank' },
    { search: { query: 'bridge', titleOnly: true }, order: 'left' },
  ],
  'search.count': () => [{ search: { query: 'bridge' } }],
  'search.labels': ({ article }) => [{ articles: [article] }],
  'search.preview-tag': () => [
    { search: { query: 'bridge' }, chosen: null, label: CLAIM, scope: 'sentence' },
  ],
}

/** The allowances that something made use of. */
const used = new Set<Allowance>()

const { app, path, answer, place } = await project()
afterAll(async () => {
  await app.close()
  rmSync(app.folder, { recursive: true, force: true })
})

test('opening a project walks no table', async () => {
  await app.close()
  const walks = await walksIn(async () => {
    await app.open(path)
    app.session()
  })
  expect(walks).toEqual([])
})

test('a label, a note, a review and an undo walk no table', async () => {
  const { article, start, end, annotation } = place
  const said = {
    note: 'One.',
    attributes: { [BY]: 'Ilse Brandt', [LINK]: 'The bridge is safe' },
    mentions: {},
  }
  const id = AnnotationId.parse(uuidv7())
  const walks = await walksIn(async () => {
    for (const done of [
      await answer('layer.tag', { article, label: LabelId.parse('fact'), ranges: [{ start, end, id }] }),
      await answer('history.undo', {}),
      await answer('layer.annotate', { article, annotation, start, end, ...said }),
      await answer('layer.review', { article, judgement: 'read', ranges: [{ start, end }] }),
    ])
      expect(done).toMatchObject({ ok: true })
  })
  expect(walks).toEqual([])
})

test.each(QUERY_NAMES.filter(name => ASKED[name](place).length > 0))('%s walks no table', async name => {
  // The query of a name takes the input of that name.
  const query = queriesOf(app.store, app.annotator.id)[name] as (input: unknown) => unknown
  const walks = await walksIn(async () => {
    for (const input of ASKED[name](place)) await query(calls[name].input.parse(input))
  })
  expect(walks).toEqual([])
})

test('nothing is allowed that nobody does any more', () => {
  expect(ALLOWED.filter(allowance => !used.has(allowance)).map(({ why }) => why)).toEqual([])
})

/** The sample project in an application: an article tagged by two people, flagged, and with what the window asks about. */
async function project() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-plans-'))
  const app = new Application({ kind: 'browser' } as Host, folder)
  const path = await sampleProject(folder, app.annotator)
  await app.open(path)
  const { store } = app
  const answer = answering(app)
  const who = store.tables.attribute.get(BY)
  if (!who) throw new Error('the sample has no such attribute')
  store.write({
    by: app.annotator.id,
    action: 'change-codebook',
    edits: [{ kind: 'attribute', id: BY, after: { ...who, required: true } }],
  })
  const [article] = store.library.idsOf({ filter: NO_FILTER, except: [] }, null)
  const [first, second] = (article && store.tables.segmentation.get(article)?.sentences) ?? []
  if (!article || !first || !second) throw new Error('the sample has no sentences')
  tagSentence(store, article, 1, 'claim', app.annotator)
  tagSentence(store, article, 1, 'opinion', BORYS)
  await answer('layer.review', { article, judgement: 'difficult', ranges: [second] })
  const [annotation] = store.tables.annotation.ofLayer(article, app.annotator.id)
  if (!annotation) throw new Error('nothing was tagged')
  return {
    app,
    path,
    answer,
    place: { article, annotator: app.annotator.id, ...first, annotation: annotation.id },
  }
}

/** What the statements of some work walk and may not, as SQLite plans them: the step of the plan, and the statement. */
async function walksIn(work: () => Promise<unknown>): Promise<string[]> {
  run.length = 0
  await work()
  const statements = new Set(run.filter(sql => /^\s*(select|with|insert|update|delete|replace)\b/i.test(sql)))
  expect(statements.size).toBeGreaterThan(0)
  return [...statements].flatMap(sql => {
    const said = sql.replace(/\s+/g, ' ')
    return plan(app.store.db, sql).flatMap(step => (isAllowed(step, said) ? [] : [`${step}: ${said}`]))
  })
}

const plan = (db: Database, sql: string): string[] =>
  (db.prepare(`explain query plan ${sql}`).all() as { readonly detail: string }[])
    .map(({ detail }) => detail)
    .filter(detail => detail.startsWith('SCAN'))

function isAllowed(step: string, sql: string): boolean {
  const allowance = ALLOWED.find(one => one.step.test(step) && (one.of?.test(sql) ?? true))
  if (allowance) used.add(allowance)
  return allowance !== undefined
}
