import { expect, test } from 'vitest'
import type { Content } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import { ANNA, labelsOf, person, project } from '#main/test/projects'
import { Bibliography } from './bibliography.ts'
import { importContent } from './import-content.ts'
import { lookInto } from './look-into.ts'
import { previewOf } from './preview-content.ts'

const previewContent = async (store: Store, content: Content, known: Parameters<typeof lookInto>[1]) =>
  previewOf(store, await lookInto(content, known))

const file = (name: string, text: string) =>
  ({ kind: 'file', name, bytes: new TextEncoder().encode(text) }) as const
const GROUP = GroupId.parse('01900000-0000-7000-8000-0000000000f1')
const BY = { by: ANNA.id, group: GROUP }
const TABLE = `headline,body,verdict,coder
One,"It is the first story, and it is told at some length here.",Fact,Olena
Two,"It is the second story, which is told at some length too.",claim,Olena
Three,"It is the third story, and nobody knows what to call it.",nonsense,`
const COLUMNS = { text: 'body', title: 'headline', label: 'verdict', annotator: 'coder' }

test('labels in a column become annotations of the annotator whom the row names; one undo takes all back', async () => {
  const store = project()
  const done = await importContent(store, { ...file('t.csv', TABLE), columns: COLUMNS }, BY)
  expect(done).toMatchObject({
    articles: [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }],
    unknownLabels: ['nonsense'],
  })
  const [olena] = store.tables.annotator.named('Olena')
  const articles = done.articles.map(one => one.article)
  expect(articles.flatMap(id => labelsOf(store, id, olena))).toEqual(['fact', 'claim'])
  store.history.revert(ANNA.id, 'undo')
  expect(store.tables.article.count()).toBe(0)
  store.history.revert(ANNA.id, 'redo')
  expect(articles.flatMap(id => labelsOf(store, id, olena))).toEqual(['fact', 'claim'])
})

test('an import that somebody has annotated since is not undone', async () => {
  const store = project()
  const { articles } = await importContent(store, { ...file('t.csv', TABLE), columns: COLUMNS }, BY)
  const borys = person('Borys')
  store.introduce(borys.id, borys.name)
  const [first] = articles
  if (!first) throw new Error('nothing was imported')
  const range = store.tables.segmentation.get(first.article)?.sentences[0]
  if (!range) throw new Error('no sentence')
  const review = {
    article: first.article,
    annotator: borys.id,
    start: range.start,
    end: range.end,
    judgement: 'read' as const,
    at: new Date().toISOString(),
  }
  const id = `${review.article}/${review.annotator}/${review.start}-${review.end}`
  store.write({ by: borys.id, action: 'review', edits: [{ kind: 'review', id, after: review }] })
  expect(() => store.history.revert(ANNA.id, 'undo')).toThrow('cannot be undone')
})

test('what the person corrected in the preview is what comes in', async () => {
  const store = project()
  const corrections = [{ draft: 0, metadata: { title: 'Corrected', source: 'The Courier' } }]
  const { articles } = await importContent(store, file('a.txt', 'Wrong title\n\nIt is told.'), BY, {
    corrections,
  })
  expect(store.tables.article.get(articles[0]?.article ?? '')).toMatchObject({
    title: 'Corrected',
    source: 'The Courier',
  })
})

test('a bibliography completes the files of its import, and those of no other', async () => {
  const store = project()
  const bibliography = new Bibliography()
  const ris =
    'TY  - NEWS\nTI  - Harbour bridge stays shut\nAU  - Marrin, Ida\nPY  - 2026/03/13\nT2  - The Selwick Courier\nER  - \n'
  const text = 'Harbour bridge stays shut\n\nIt stays shut until autumn.'
  const read = await importContent(store, file('works.ris', ris), BY, {
    bibliography: bibliography.for(GROUP),
  })
  expect(read).toMatchObject({ articles: [], works: 1 })
  const { articles } = await importContent(store, file('a.txt', text), BY, {
    bibliography: bibliography.for(GROUP),
  })
  expect(store.tables.article.get(articles[0]?.article ?? '')).toMatchObject({
    author: 'Marrin, Ida',
    source: 'The Selwick Courier',
  })
  const other = bibliography.for(GroupId.parse('01900000-0000-7000-8000-0000000000f2'))
  const next = await importContent(store, file('b.txt', `${text} Again.`), BY, { bibliography: other })
  expect(store.tables.article.get(next.articles[0]?.article ?? '')).toMatchObject({ author: '' })
})

test('a preview shows text and metadata, and writes nothing', async () => {
  const store = project()
  const before = store.lastChange()
  const html =
    '<html lang="de"><head><title>Brücke gesperrt</title><meta name="author" content="Ida Marrin"></head><body><article><h1>Brücke gesperrt</h1><p>Die Brücke bleibt bis zum Herbst gesperrt, sagte die Bürgermeisterin.</p><script>alert(1)</script></article></body></html>'
  const { drafts, count, table } = await previewContent(store, file('page.html', html), [])
  expect({ count, table }).toEqual({ count: 1, table: null })
  expect(drafts[0]).toMatchObject({ known: false, metadata: { author: 'Ida Marrin', language: 'de' } })
  expect(drafts[0]?.text).not.toContain('alert')
  expect(store.lastChange()).toBe(before)
})

test('a preview of a table shows its columns, as chosen for such a table before', async () => {
  const store = project()
  const guessed = await previewContent(store, file('t.csv', TABLE), [])
  expect(guessed.table).toMatchObject({
    header: ['headline', 'body', 'verdict', 'coder'],
    count: 3,
    columns: { text: 'body', title: 'headline' },
  })
  const columns = { text: 'headline' }
  const known = await previewContent(store, file('t.csv', TABLE), [
    { header: ['headline', 'body', 'verdict', 'coder'], columns },
  ])
  expect(known.table?.columns).toEqual(columns)
  expect(known.drafts[0]?.text).toBe('One')
})
