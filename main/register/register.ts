/** The register: what the annotations of a project say of claims and pledges across its articles. It only reads. */
import type { UnlinkedPage, WalkPlace } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { type Link, linksOf } from '#app/register/roles'
import type { Store } from '#main/store/store'
import { appearancesOf } from './appearances.ts'
import { boardReader } from './board.ts'
import { type EntryQuery, entriesOf } from './entries.ts'
import { namesOf } from './names.ts'
import { similarOf } from './similar.ts'
import { walker } from './walk.ts'

export function registerOf(store: Store) {
  const { db } = store
  const names = namesOf(db)
  const similar = similarOf(db)
  const appearances = appearancesOf(store)
  const entries = entriesOf(store)
  const board = boardReader(store, entries, appearances)
  const walk = walker(db)
  const isLinked = db
    .prepare<[string, string], number>(
      'select 1 from attribute_values where annotation = ? and attribute = ?',
    )
    .pluck()

  /** The link of this attribute. Throws a refusal where it links nothing. */
  function linkOf(attribute: string): Link {
    const link = linksOf(store.codebook()).find(one => one.attribute === attribute)
    if (link) return link
    throw new Refusal(
      'not-found',
      `“${attribute}” links nothing. Choose an attribute of type name whose id begins with same-.`,
    )
  }

  return {
    names,
    similar,
    appearances,
    board,
    entries: ({ attribute, ...query }: EntryQuery & { attribute: string }) =>
      entries.page(linkOf(attribute), query),
    unlinked(
      { attribute, after }: { attribute: string; after: WalkPlace | null },
      by: AnnotatorId,
    ): UnlinkedPage {
      const { labels } = linkOf(attribute)
      const { ids, next } = walk(labels, by, after, ({ id }) => isLinked.get(id, attribute) === undefined)
      return { appearances: appearances.read(ids, by), next }
    },
  }
}
