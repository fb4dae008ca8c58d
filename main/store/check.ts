import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { articleId } from '#app/model/article'
import { migrate, schemaOf } from './migrations/migrations.ts'

/** Bytes of a project whose structures are looked at while somebody waits for it to open: it takes some 15 ms. */
const CHECKED_AT_ONCE = 4 * 1024 * 1024

/** Whether opening leaves the check of a project's structures to a thread, as it would take seconds. */
export function isLarge(db: Database.Database): boolean {
  const [pages, size] = ['page_count', 'page_size'].map(what => Number(db.pragma(what, { simple: true })))
  return (pages ?? 0) * (size ?? 0) > CHECKED_AT_ONCE
}

/**
 * Checks that a project is whole. Quick: SQLite's structures and the schema. Thorough:
 * every index against its table, every reference, that nothing lies outside its text, and that no text was altered.
 *
 * @returns what is wrong, a sentence each; empty where all is well
 */
export function problems(db: Database.Database, depth: 'quick' | 'thorough'): string[] {
  const found = [...structure(db, depth), ...schema(db)]
  return depth === 'quick' || found.length > 0 ? found : [...references(db), ...content(db)]
}

/** What opening looks at: throws a refusal (`damaged`) where something is found. Of a large project it is the schema only. */
export function assertSound(db: Database.Database, name: string): void {
  refuse(isLarge(db) ? schema(db) : problems(db, 'quick'), name)
}

/** Throws a refusal (`damaged`) where the quick check finds something. Reads the whole file. */
export function assertWhole(db: Database.Database, name: string): void {
  refuse(problems(db, 'quick'), name)
}

function refuse([first, ...more]: readonly string[], name: string): void {
  if (first === undefined) return
  throw new Refusal(
    'damaged',
    `${name} is damaged (${first}). Restore it from the folder ${name}-backups beside it; the file was left as it is.`,
    { problems: [first, ...more] },
  )
}

function structure(db: Database.Database, depth: 'quick' | 'thorough'): string[] {
  const pragma = depth === 'quick' ? 'quick_check(10)' : 'integrity_check(100)'
  const rows = db.pragma(pragma) as Record<string, string>[]
  return rows.flatMap(row => Object.values(row)).filter(line => line !== 'ok')
}

/** Differences between the schema of the project and the one that this version makes. */
function schema(db: Database.Database): string[] {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh)
    const expected = schemaOf(fresh)
    const actual = schemaOf(db)
    const missing = [...expected].filter(([name, sql]) => actual.get(name) !== sql)
    return missing.map(([name]) => `the ${name} is missing or not as expected`)
  } finally {
    fresh.close()
  }
}

function references(db: Database.Database): string[] {
  const rows = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  return rows.slice(0, 100).map(row => `an entry of ${row.table} points to nothing in ${row.parent}`)
}

function content(db: Database.Database): string[] {
  const outside = db
    .prepare<[], string>(`
      select 'annotation ' || a.id from annotations a join texts t using (article) where a."end" > t.length
      union all
      select 'review in ' || r.article from reviews r join texts t using (article) where r."end" > t.length
      union all
      select 'decision in ' || d.article from decisions d join texts t using (article) where d."end" > t.length
      limit 100`)
    .pluck()
    .all()
  const unsegmented = db
    .prepare<[], string>(
      'select id from articles where id not in (select article from segmentations) limit 100',
    )
    .pluck()
    .all()
  return [
    ...outside.map(what => `${what} lies outside the text`),
    ...unsegmented.map(id => `article ${id} has no sentences`),
    ...alteredTexts(db),
  ]
}

/** Texts that are others than when they came: the id of an article is made of its text. */
function alteredTexts(db: Database.Database): string[] {
  const texts = db.prepare<[], { id: string; title: string; text: string }>(
    'select a.id, a.title, t.text from articles a join texts t on t.article = a.id',
  )
  const found: string[] = []
  for (const { id, title, text } of texts.iterate()) {
    if (articleId(createHash('sha256').update(text).digest('hex')) === id) continue
    found.push(`the text of “${title || id}” is not as it was imported`)
    if (found.length === 100) break
  }
  return found
}
