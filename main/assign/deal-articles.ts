/** Deals the articles of a project out, as one change: who is new, who gets what, and on which terms. */

import { v7 as uuidv7 } from 'uuid'
import { type Deal, dealOut } from '#app/assign/deal-out'
import { type Share, sharesOf } from '#app/assign/shares'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { dealtTo, membershipId } from '#app/model/collection'
import type { Dealing, DealingTerms } from '#app/model/dealing'
import { AnnotatorId, DealingId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { isPerson } from '#app/model/second-reading'
import type { Store } from '#main/store/store'
import { dealableArticles } from './dealable.ts'

/** Somebody to whom articles are dealt: an annotator of the project, or the name of somebody who is not known in it. */
export type Recipient = AnnotatorId | { readonly name: string }

/** Who gets what, before it is so. */
export interface DealingPlan {
  readonly deals: readonly Deal[]
  /** In the order in which they were named, each with what they get. */
  readonly recipients: readonly (Share & { readonly annotator: Annotator; readonly isNew: boolean })[]
}

/**
 * Plans the dealing of all that is dealt to nobody yet. People who are not known get an id here.
 *
 * @throws a refusal where nothing is left to deal, one is named twice or is unknown, or the terms cannot be met
 */
export function planDealing(
  store: Store,
  recipients: readonly Recipient[],
  terms: DealingTerms,
): DealingPlan {
  const people = recipients.map(one => personOf(store, one))
  assertApart(people)
  const articles = dealableArticles(store)
  if (articles.length === 0)
    throw new Refusal('not-found', 'Every article is dealt out already. Import more, or undo the dealing.')
  const deals = dealOut(articles, people.length, terms)
  const shares = sharesOf(deals, people.length)
  const none: Share = { articles: 0, sentences: 0, overlap: 0 }
  return { deals, recipients: people.map((one, place) => ({ ...one, ...(shares[place] ?? none) })) }
}

export interface Deciding {
  /** Who deals. */
  readonly by: AnnotatorId
  readonly terms: DealingTerms
  /** Whether nobody is to see others' layers until they are opened. */
  readonly blind: boolean
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Makes a plan so, as one change. */
export function dealArticles(
  store: Store,
  { deals, recipients }: DealingPlan,
  { by, terms, blind, at }: Deciding,
): Dealing {
  const dealing: Dealing = {
    ...{ id: DealingId.parse(uuidv7()), by, at, to: recipients.map(({ annotator }) => annotator.id) },
    ...{ terms, articles: deals.length, blind, opened: null },
  }
  const collections = recipients.map(({ annotator }) => dealtTo(annotator.id, annotator.name))
  const edits: Edit[] = [
    ...recipients
      .filter(({ isNew }) => isNew)
      .map(({ annotator }): Edit => ({ kind: 'annotator', id: annotator.id, after: annotator })),
    ...collections
      .filter(({ id }) => !store.tables.collection.get(id))
      .map((after): Edit => ({ kind: 'collection', id: after.id, after })),
    ...deals.flatMap(({ article, to }) =>
      to.flatMap((place): Edit[] => {
        const collection = collections[place]?.id
        if (!collection) return []
        const after = { collection, article: article.id, by, at }
        return [{ kind: 'membership', id: membershipId(after), after }]
      }),
    ),
    { kind: 'dealing', id: dealing.id, after: dealing },
  ]
  store.write({ by, action: 'deal-out', edits })
  return dealing
}

function personOf({ tables }: Store, one: Recipient): { annotator: Annotator; isNew: boolean } {
  if (typeof one !== 'string') {
    return { annotator: { id: AnnotatorId.parse(uuidv7()), name: one.name.trim() }, isNew: true }
  }
  const annotator = tables.annotator.get(one)
  if (!annotator || !isPerson(annotator.id))
    throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
  return { annotator, isNew: false }
}

/** One id is named once, and of names that are new each is another: who bears one cannot be told from who bears the same. */
function assertApart(people: readonly { annotator: Annotator; isNew: boolean }[]): void {
  const names = new Set<string>()
  for (const { annotator, isNew } of people) {
    const name = isNew ? annotator.name : annotator.id
    if (names.has(name))
      throw new Refusal('invalid-input', `“${annotator.name}” is named twice. Name everybody once.`)
    names.add(name)
  }
}
