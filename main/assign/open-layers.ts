import { Refusal } from '#app/failure'
import { isClosed } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Store } from '#main/store/store'
import type { Written } from '#main/store/write'

/** Opens the layers of all that somebody dealt blind, as one change. Throws a refusal where nothing is theirs to open. */
export function openLayers(store: Store, by: AnnotatorId, at: string): Written | undefined {
  const closed = store.tables.dealing.all().filter(isClosed)
  const own = closed.filter(one => one.by === by)
  if (own.length === 0)
    throw new Refusal(
      closed.length > 0 ? 'conflict' : 'not-found',
      closed.length > 0
        ? 'Only who dealt the articles out can open the layers. Ask them to do it and to share.'
        : 'No layers are closed: nothing was dealt blind, or it was opened before.',
    )
  const edits = own.map((one): Edit => ({ kind: 'dealing', id: one.id, after: { ...one, opened: at } }))
  return store.write({ by, action: 'open-layers', edits })
}

/** The change by which layers were opened here last, and when; undefined where none are open. */
export function lastOpening({
  db,
  tables,
}: Store): { readonly seq: number; readonly at: string } | undefined {
  const changes = db.prepare<[string], { seq: number; after: string | null }>(
    `select change as seq, after from history where kind = 'dealing' and record = ? order by change`,
  )
  const openings = tables.dealing.all().flatMap(({ id, blind, opened }) => {
    if (!blind || opened === null) return []
    const first = changes.all(id).find(({ after }) => wasOpen(after))
    return first ? [{ seq: first.seq, at: opened }] : []
  })
  return openings.sort((a, b) => b.seq - a.seq)[0]
}

/** Whether a dealing was open after a change. A merge keeps all versions, the one that shows first; another change the record. */
function wasOpen(after: string | null): boolean {
  const kept = after === null ? null : JSON.parse(after)
  const shown = Array.isArray(kept) ? kept[0]?.record : kept
  return (shown?.opened ?? null) !== null
}
