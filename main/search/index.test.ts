import SQLite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { hitFinder } from '#app/search/find-hits'
import { fold } from '#app/search/fold'
import { indexText } from '#app/search/index-text'
import { matchExpression } from '#app/search/match-expression'
import { parseQuery } from '#app/search/parse-query'
import { foldedWords } from '#app/search/words'
import { foundation } from '#main/store/migrations/001-foundation'

/** The index of the store, alone in memory. */
function index(): Database {
  const db = new SQLite(':memory:')
  const [table] = /create virtual table article_words[^;]+;/.exec(foundation) ?? []
  db.exec(`${table} create virtual table terms using fts5vocab ('article_words', 'instance')`)
  return db
}

/** The words that FTS5 sees in texts, in their order. */
function seen(texts: readonly string[]): string[][] {
  const db = index()
  const insert = db.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)')
  db.transaction(() => {
    for (const [place, text] of texts.entries()) insert.run(place + 1, '', text)
  })()
  const words: string[][] = texts.map(() => [])
  const rows = db.prepare<[], { term: string; doc: number }>(
    'select term, doc from terms order by doc, offset',
  )
  for (const { term, doc } of rows.iterate()) words[doc - 1]?.push(term)
  db.close()
  return words
}

/** Every character that there is, or nearly so. */
const everyCharacter = (): string[] => {
  const all: string[] = []
  const push = (point: number) => all.push(String.fromCodePoint(point))
  for (let point = 1; point < 0x3400; point++) push(point)
  for (let point = 0xd7a4; point < 0x10000; point++) if (point < 0xd800 || point > 0xdfff) push(point)
  // Of ideographs, syllables of Hangul and what lies beyond, which are many of each kind, some.
  for (let point = 0x3400; point < 0xd7a4; point += 7) push(point)
  for (let point = 0x10000; point < 0x30000; point += 13) push(point)
  return all
}

/** The words of a text, many texts at a time, as FTS5 sees them. */
const chunks = (texts: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(texts.length / 500) }, (_, place) =>
    texts.slice(500 * place, 500 * (place + 1)).join(' '),
  )

test('FTS5 folds no letter further than Assay does', () => {
  const letters = everyCharacter().filter(one => /[\p{L}\p{N}\p{M}\p{Co}]/u.test(one))
  const texts = chunks(letters.map(fold))
  for (const [place, words] of seen(texts).entries())
    expect(words).toEqual(texts[place]?.split(' ').filter(one => one !== ''))
})

test('FTS5 sees in every text the words that Assay sees, whatever character is in it', () => {
  // Of each kind, plain ones and others apart: a text is indexed as it is only where all of it is plain.
  const all = everyCharacter().map(one => `ab${one}Cd ${one}`)
  const plain = all.filter(one => indexText(one) === one)
  const others = all.filter(one => indexText(one) !== one)
  expect(plain.length).toBeGreaterThan(500)
  const texts = [...chunks(plain), ...chunks(others)]
  for (const [place, words] of seen(texts.map(indexText)).entries())
    expect(words).toEqual(foldedWords(texts[place] ?? ''))
})

describe('FTS5 finds an article if and only if the hit finder does', () => {
  const word = fc.constantFrom(
    ...['bridge', 'Bridges', 'BRIDGÉ', 'bridgé', 'shut', 'don’t', 'x-ray', '3.5', '₺5', '🤔no', 'straße'],
    ...[
      'міст',
      'Мости',
      'ёлка',
      'елка',
      'йод',
      'и\u0306од',
      'іод',
      'п’ять',
      'пʼять',
      'за\u0301мок',
      'ά',
      'Ας',
      'ΑΣ',
    ],
    ...['东京', '京东', '東京タワー', 'ﾀﾜｰ', 'がか', 'か', '2024年', 'กิน', 'กินข้าว', 'ข้าว', 'ကို'],
    ...[
      'العَرَبِيّة',
      'العربية',
      'العـــربية',
      'أحمد',
      'احمد',
      'שָׁלוֹם',
      'שלום',
      'हिन्दी',
      'हिन्द',
      'می‌خواهم',
      'ﬁne',
      'fine',
      'Regie\u00adrung',
    ],
  )
  const text = fc.array(word, { maxLength: 8 }).map(words => words.join(' '))
  const dense = fc.array(word, { maxLength: 6 }).map(words => words.join(''))
  const article = fc.tuple(fc.oneof(text, dense), fc.oneof(text, dense))
  const leaf = fc.oneof(
    word,
    word.map(one => `${one.slice(0, 3).replace(/[\ud800-\udbff]$/, '')}*`),
    fc.array(word, { minLength: 1, maxLength: 3 }).map(words => `"${words.join(' ')}"`),
    word.map(one => `title:${one}`),
  )
  const { query } = fc.letrec<{ query: string }>(tie => ({
    query: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) OR (${b})`),
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) (${b})`),
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) NOT (${b})`),
    ),
  }))

  test('whatever is written, in whatever script', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 6 }), query, (articles, typed) => {
        const parsed = readable(typed)
        if (!parsed) return
        const db = index()
        const insert = db.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)')
        for (const [place, [title, body]] of articles.entries())
          insert.run(place, indexText(title), indexText(body))
        const found = db
          .prepare('select rowid from article_words where article_words match ? order by rowid')
          .pluck()
          .all(matchExpression(parsed))
        db.close()
        const find = hitFinder(parsed)
        const hit = articles.flatMap(([title, body], place) => {
          const hits = find(title, body)
          if (hits) expect(hits.title.length + hits.text.length).toBeGreaterThan(0)
          return hits ? [place] : []
        })
        expect({ typed, articles, hit }).toEqual({ typed, articles, hit: found })
      }),
      { numRuns: 400 },
    )
  })

  test('nothing that is typed is an error of FTS5', () => {
    const db = index()
    const match = db.prepare('select rowid from article_words where article_words match ?')
    const pieces = fc.constantFrom(
      ...[
        'AND',
        'OR',
        'NOT',
        'NEAR',
        'NEAR(',
        '(',
        ')',
        '"',
        '*',
        '-',
        '^',
        ':',
        'title:',
        'text:',
        '{',
        '}',
        '+',
        ',',
      ],
      ...["'", '\\', '\0', 'a', 'bc', '东', ' ', '😀', '\ud800', '--', 'title : x', '“', '»', "';drop"],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 14 }), typed => {
        const parsed = readable(typed.join(' '))
        if (parsed) match.all(matchExpression(parsed))
      }),
      { numRuns: 2000 },
    )
    const deep = `${'('.repeat(20)}a${' OR b)'.repeat(20)}`
    const wide = Array.from({ length: 300 }, (_, place) => `w${place % 10}`)
      .join(' OR ')
      .slice(0, 990)
    for (const typed of [deep, wide.replace(/ OR? ?\w*$/, ''), `a ${'-b '.repeat(200)}`]) {
      const parsed = readable(typed)
      expect(parsed).toBeDefined()
      if (parsed) match.all(matchExpression(parsed))
    }
    db.close()
  })
})

/** A query as a tree; undefined where it is refused, which is always for what was typed. */
function readable(typed: string) {
  try {
    return parseQuery(typed)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error).toMatchObject({ code: 'invalid-input', details: { at: expect.any(Number) } })
    return undefined
  }
}
