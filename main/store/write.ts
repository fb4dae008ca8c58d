/**
 * The one way to write. A change is a list of edits; all of it happens in one transaction, with a history of
 * what was before and is after, or nothing of it does. When `write` returns, the change is on the disk.
 */
import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { GOLD } from '#app/model/annotator'
import { canonical } from '#app/model/canonical'
import type { ArticleId } from '#app/model/ids'
import type { Action, Change, Edit, Effect, Kind, Records } from '#app/model/record'
import { atomically } from './atomically.ts'
import { nextRevision } from './clock.ts'
import { type Derived, Stale } from './derived.ts'
import { type Tables, tableOf } from './tables/tables.ts'
import type { Versions } from './versions.ts'

/** A change that was made. */
export interface Written {
  /** Place in the project's sequence of changes, from 1. */
  readonly seq: number
  /** What it did; an edit whose record was so already did nothing. */
  readonly effects: readonly Effect[]
}

/** What a change is to the history: a new one, or the undoing or redoing of another. */
export interface Standing {
  readonly reverts?: number
}

export type Write = (change: Change, standing?: Standing) => Written | undefined

/**
 * Makes the write function of a project. `now` gives milliseconds since 1970; `assertInPlace` throws where the file is
 * no longer the one that was opened.
 */
export function writer(
  db: Database,
  tables: Tables,
  versions: Versions,
  derived: Derived,
  now: () => number,
  session: string,
  assertInPlace: () => void,
): Write {
  const lastRevision = db
    .prepare<[], string>('select revision from changes order by seq desc limit 1')
    .pluck()
  const addChange = db.prepare(
    'insert into changes (revision, annotator, action, at, "group", reverts) values (?, ?, ?, ?, ?, ?)',
  )
  const addHistory = db.prepare(
    'insert into history (change, place, kind, record, before, after) values (?, ?, ?, ?, ?, ?)',
  )
  const undone = 'annotator = ? and state = 1 and reverts is null and aside = 0'
  const hasUndone = db
    .prepare<[string], number>(`select exists (select 1 from changes where ${undone})`)
    .pluck()
  const abandonUndone = db.prepare(`update changes set state = 2 where ${undone}`)

  function write(change: Change, standing: Standing = {}): Written | undefined {
    assertInPlace()
    const time = now()
    const revision = nextRevision(lastRevision.get(), time, change.by, session)
    const effects: Effect[] = []
    const stale = new Stale()
    let seq = 0
    for (const edit of change.edits) {
      const table = tableOf(tables, edit.kind)
      const version = table.version(edit.id)
      const before = version?.record
      if (sameRecord(before, edit.after ?? undefined)) continue
      assertAllowed(tables, change, edit, before, standing)
      if (seq === 0) {
        const at = new Date(time).toISOString()
        const { lastInsertRowid } = addChange.run(
          revision,
          change.by,
          change.action,
          at,
          change.group ?? null,
          standing.reverts ?? null,
        )
        seq = Number(lastInsertRowid)
      }
      versions.succeed(edit.kind, edit.id, edit.after, version, revision)
      addHistory.run(seq, effects.length, edit.kind, edit.id, asJson(before), asJson(edit.after))
      stale.note(edit.kind, before, edit.after)
      effects.push({ ...edit, before: before ?? null })
    }
    if (seq === 0) return undefined
    // Asked first: SQLite opens a journal for the update, which costs more than the rest of a tag.
    if (standing.reverts === undefined && hasUndone.get(change.by) === 1) abandonUndone.run(change.by)
    stale.refresh(derived)
    return { seq, effects }
  }

  return (change, standing) => atomically(db, () => write(change, standing))
}

const asJson = (record: object | null | undefined): string | null => (record ? JSON.stringify(record) : null)

/** Records are plain data whose schema fixes the order of fields, apart from an annotation's attributes. */
export function sameRecord(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b
  return canonical(a) === canonical(b)
}

/** The rules that the schema cannot hold by itself. */
function assertAllowed(
  tables: Tables,
  change: Change,
  edit: Edit,
  before: Records[Kind] | undefined,
  standing: Standing,
): void {
  switch (edit.kind) {
    case 'annotation':
    case 'review': {
      const record = edit.after ?? before
      if (!record || !('annotator' in record)) return
      if (!mayWriteFor(record.annotator, change, before, standing)) {
        throw new Refusal(
          'conflict',
          'This annotation is another annotator’s. Only they can change it; add one of your own.',
        )
      }
      if (!edit.after) return
      assertInText(tables, edit.after)
      if (edit.kind === 'annotation' && !tables.label.get(edit.after.label)) {
        throw new Refusal(
          'not-found',
          `The codebook has no label “${edit.after.label}”. Choose one of its labels.`,
        )
      }
      return
    }
    case 'decision':
      if (edit.after) assertInText(tables, edit.after)
      return
    case 'article':
      if (!edit.after && tables.article.uses(edit.id) > 0) {
        throw new Refusal(
          'conflict',
          'The article has annotations, reviews or decisions. Remove them first, then the article.',
        )
      }
      return
    case 'dealing':
      if (before && 'terms' in before && before.by !== change.by)
        throw new Refusal(
          'conflict',
          'Only who dealt the articles out can open the layers. Ask them to do it and to share.',
        )
      return
    default:
      return
  }
}

function assertInText(
  tables: Tables,
  { article, end }: { readonly article: ArticleId; readonly end: number },
): void {
  const length = tables.article.get(article) && tables.article.length(article)
  if (length === undefined)
    throw new Refusal('not-found', 'The article is no longer in this project. Choose another one.')
  if (end > length)
    throw new Refusal('conflict', 'The range lies outside the text of the article. Choose one inside it.')
}

const IMPORTS: ReadonlySet<Action> = new Set(['import-article', 'import-annotations'])

/**
 * An annotator writes for themselves only, and anybody into the gold layer. An import brings in what others have written, without touching what is
 * there; and who undoes it takes that away again.
 */
function mayWriteFor(
  annotator: string,
  { by, action }: Change,
  before: Records[Kind] | undefined,
  { reverts }: Standing,
): boolean {
  const stays = !before || ('annotator' in before && before.annotator === annotator)
  if ((annotator === by || annotator === GOLD.id) && stays) return true
  return reverts !== undefined || (IMPORTS.has(action) && !before)
}
