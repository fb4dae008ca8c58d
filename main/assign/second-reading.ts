/**
 * Dealing articles to annotators a second time, so that how far they agree with themselves can be told. What is dealt so
 * is the collection of their second reader: see app/model/second-reading.ts.
 */
import { draws } from '#app/agreement/random'
import { type DealtArticle, drawPart } from '#app/assign/draw-part'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { dealtTo, membershipId } from '#app/model/collection'
import type { SecondReadingTerms } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { isPerson, secondReaderOf } from '#app/model/second-reading'
import { BINNED } from '#main/store/article-filter'
import type { Store } from '#main/store/store'

/** Who reads what again, before it is so. */
export interface SecondReadingPlan {
  /** In the order of the project, each with how many articles they have that were not dealt to them again yet. */
  readonly readers: readonly {
    readonly annotator: Annotator
    readonly of: number
    readonly articles: readonly DealtArticle[]
  }[]
}

/**
 * Plans a second reading: of each annotator a part of the articles that they were dealt or have begun, and do not read
 * again yet, nothing of the bin.
 *
 * @param annotators null for everybody who has such articles
 * @throws a refusal where somebody is not in the project, or nothing would be dealt
 */
export function planSecondReading(
  store: Store,
  annotators: readonly AnnotatorId[] | null,
  { part, stratify, seed }: SecondReadingTerms,
): SecondReadingPlan {
  const readers = peopleOf(store, annotators).flatMap(annotator => {
    const own = ownArticles(store, annotator)
    const strata = drawPart(own, part, stratify, draws(seed))
    const articles = strata.flatMap(({ drawn }) => drawn)
    return own.length === 0 && annotators === null ? [] : [{ annotator, of: own.length, articles }]
  })
  if (readers.every(({ articles }) => articles.length === 0))
    throw new Refusal(
      'not-found',
      'Nothing would be dealt a second time: these annotators have no articles yet, read all of theirs again already, or the part is too small.',
    )
  return { readers }
}

export interface DealingAgain {
  /** Who deals. */
  readonly by: AnnotatorId
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Makes a plan so, as one change. @returns how many articles were dealt, each as often as somebody reads it again */
export function dealSecondReading(
  store: Store,
  { readers }: SecondReadingPlan,
  { by, at }: DealingAgain,
): number {
  const edits = readers.flatMap(({ annotator, articles }): Edit[] => {
    if (articles.length === 0) return []
    const reader = secondReaderOf(annotator)
    const collection = dealtTo(reader.id, reader.name)
    const memberships = articles.map(({ id: article }): Edit => {
      const after = { collection: collection.id, article, by, at }
      return { kind: 'membership', id: membershipId(after), after }
    })
    return [
      ...newly('annotator', reader, store.tables.annotator.get(reader.id)),
      ...newly('collection', collection, store.tables.collection.get(collection.id)),
      ...memberships,
    ]
  })
  store.write({ by, action: 'deal-out', edits })
  return readers.reduce((sum, { articles }) => sum + articles.length, 0)
}

/** Puts a record that is not known yet. */
const newly = (kind: 'annotator' | 'collection', after: { readonly id: string }, known?: object): Edit[] =>
  // The kind is that of the record.
  known ? [] : [{ kind, id: after.id, after } as Edit]

function peopleOf({ tables }: Store, ids: readonly AnnotatorId[] | null): Annotator[] {
  const people = tables.annotator.all().filter(({ id }) => isPerson(id))
  if (ids === null) return people
  const unknown = ids.some(id => !people.some(one => one.id === id))
  if (unknown) throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
  return people.filter(({ id }) => ids.includes(id))
}

/** What was dealt to an annotator, or they have begun, and they do not read again yet. */
const ownArticles = ({ db }: Store, annotator: Annotator): DealtArticle[] =>
  db
    .prepare<object, DealtArticle>(`
      select a.id, s.count as sentences, a.source, a.language
      from articles a join segmentations s on s.article = a.id
      where a.key not in (${BINNED}) and a.id in (
        select article from memberships where collection = @annotator
        union select article from progress where annotator = @annotator and reviewed > 0)
      and a.id not in (select article from memberships where collection = @reader)`)
    .all({ annotator: annotator.id, reader: secondReaderOf(annotator).id })
