import type { Database } from 'better-sqlite3'
import type { Article } from '#app/model/article'
import type { ArticleId } from '#app/model/ids'
import { indexText } from '#app/search/index-text'
import { plainTable, type Table } from './table.ts'

export interface ArticleRow extends Omit<Article, 'origin' | 'importedBy'> {
  readonly origin_name: string | null
  readonly origin_sha256: string | null
  readonly imported_by: Article['importedBy']
}

export const ARTICLE_COLUMNS = [
  'id',
  'title',
  'source',
  'author',
  'url',
  'published',
  'language',
  'origin_name',
  'origin_sha256',
  'imported',
  'imported_by',
] as const

export function articleTable(db: Database) {
  const plain = plainTable<'article', ArticleRow>(db, {
    name: 'articles',
    columns: ARTICLE_COLUMNS,
    key: ['id'],
    placed: { key: '(select key from texts where article = @id)' },
    toRow: ({ origin, importedBy, ...fields }) => ({
      ...fields,
      origin_name: origin?.name ?? null,
      origin_sha256: origin?.sha256 ?? null,
      imported_by: importedBy,
    }),
    fromRow: articleOfRow,
  })
  const text = db.prepare<[string], string>('select text from texts where article = ?').pluck()
  const length = db.prepare<[string], number>('select length from texts where article = ?').pluck()
  // What was removed and is imported again is new, and comes last.
  const keepText = db.prepare(`
    insert into texts (article, text, length) values (?, ?, ?) on conflict (article) do update
      set key = (select max(key) + 1 from texts)
      where not exists (select 1 from articles a where a.id = excluded.article)`)
  const uses = db
    .prepare<{ article: string }, number>(`
      select (select count(*) from annotations where article = @article)
        + (select count(*) from reviews where article = @article)
        + (select count(*) from decisions where article = @article)`)
    .pluck()
  const beginning = db
    .prepare<[string, string], ArticleId>('select id from articles where id >= ? and id < ? limit 2')
    .pluck()
  const titled = db.prepare<[string], ArticleId>('select id from articles where title = ? limit 2').pluck()
  const count = db.prepare<[], number>('select count(*) from articles').pluck()
  const idsAfter = db.prepare<[number, number], { id: ArticleId; key: number }>(
    'select id, key from articles where key > ? order by key limit ?',
  )
  const inOrder = db.prepare<[], ArticleRow>(
    `select ${ARTICLE_COLUMNS.join(', ')} from articles order by key`,
  )
  return {
    ...withWords(db, plain),
    /** The text of an article, also of one whose import was undone. */
    text: (id: ArticleId): string | undefined => text.get(id),
    /** UTF-16 units of the text. */
    length: (id: ArticleId): number | undefined => length.get(id),
    /**
     * Keeps a text for good, as the last of all, for an article that is about to come; nothing where the article is there.
     * Within the caller's transaction.
     */
    keepText(id: ArticleId, value: string): void {
      keepText.run(id, value, value.length)
    },
    /** How many annotations, reviews and decisions there are in it, of everybody. */
    uses: (article: string): number => uses.get({ article }) ?? 0,
    count: (): number => count.get() ?? 0,
    /** Up to two articles whose id begins so, in the order of ids. */
    beginningWith: (start: string): ArticleId[] => beginning.all(start, `${start}\uffff`),
    /** Up to two articles with this very title. */
    titled: (title: string): ArticleId[] => titled.all(title),
    /** The ids of all articles in the order of their import; others may be written meanwhile. */
    *ids(): Generator<ArticleId> {
      for (let last = 0; ; ) {
        const page = idsAfter.all(last, PAGE)
        yield* page.map(({ id }) => id)
        last = page.at(-1)?.key ?? Number.MAX_SAFE_INTEGER
        if (page.length < PAGE) return
      }
    },
    /** All articles in the order of their import, one at a time. */
    *inOrder(): Generator<Article> {
      for (const row of inOrder.iterate()) yield articleOfRow(row)
    },
  }
}

/** Ids that are fetched at once. */
const PAGE = 500

/** The fields come in the order of the schema, so that one record is one text wherever it is. */
export function articleOfRow({
  origin_name,
  origin_sha256,
  imported,
  imported_by,
  ...fields
}: ArticleRow): Article {
  const origin =
    origin_name !== null && origin_sha256 !== null ? { name: origin_name, sha256: origin_sha256 } : null
  return { ...fields, origin, imported, importedBy: imported_by }
}

/** Keeps what is derived of an article itself in step with the table: its words, and under which key it is looked up. */
function withWords(db: Database, table: Table<'article'>): Table<'article'> {
  const key = db.prepare<[string], number>('select key from articles where id = ?').pluck()
  const forget = db.prepare('delete from article_words where rowid = ?')
  const words = db.prepare<[string], { key: number; title: string; text: string }>(
    'select a.key, a.title, t.text from articles a join texts t on t.article = a.id where a.id = ?',
  )
  const learn = db.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)')
  // A merge can put an article back under annotations that were there all along.
  const labels = db.prepare(`insert or ignore into main.article_labels (label, key)
    select distinct n.label, a.key from articles a join annotations n on n.article = a.id where a.id = ?`)
  const values = db.prepare(`update main.attribute_values set key = (select key from articles where id = @id)
    where annotation in (select id from annotations where article = @id)`)
  return {
    get: table.get,
    version: table.version,
    put(article, revision, seen) {
      const known = key.get(article.id)
      if (known !== undefined) forget.run(known)
      table.put(article, revision, seen)
      const written = words.get(article.id)
      if (written) learn.run(written.key, indexText(written.title), indexText(written.text))
      if (known !== undefined) return
      labels.run(article.id)
      values.run({ id: article.id })
    },
    remove(id) {
      forget.run(key.get(id))
      table.remove(id)
    },
  }
}
