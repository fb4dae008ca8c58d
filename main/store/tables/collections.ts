import type { Database } from 'better-sqlite3'
import type { Collections } from '#app/contract/collection'
import type { Collection, Membership } from '#app/model/collection'
import type { ArticleId, CollectionId } from '#app/model/ids'
import { BINNED } from '../article-filter.ts'
import { plainTable } from './table.ts'

interface CollectionRow extends Omit<Collection, 'dealtTo'> {
  readonly dealt_to: Collection['dealtTo']
}

const fromRow = ({ dealt_to, ...row }: CollectionRow): Collection => ({ ...row, dealtTo: dealt_to })

export function collectionTable(db: Database) {
  const all = db.prepare<[], CollectionRow>('select id, name, dealt_to from collections order by name, id')
  return {
    ...plainTable<'collection', CollectionRow>(db, {
      name: 'collections',
      columns: ['id', 'name', 'dealt_to'],
      key: ['id'],
      toRow: ({ dealtTo, ...collection }) => ({ ...collection, dealt_to: dealtTo }),
      fromRow,
    }),
    all: (): Collection[] => all.all().map(fromRow),
  }
}

export function membershipTable(db: Database) {
  const counts = db.prepare<[], { collection: CollectionId; articles: number }>(
    `select m.collection, count(*) as articles from memberships m join articles a on a.id = m.article
    where a.key not in (${BINNED}) group by m.collection`,
  )
  const inBin = db.prepare<[], number>(`select count(*) from (${BINNED})`).pluck()
  const ofCollection = db
    .prepare<[string], ArticleId>('select article from memberships where collection = ? order by article')
    .pluck()
  const ofArticle = db
    .prepare<[string], CollectionId>(
      'select collection from memberships where article = ? order by collection',
    )
    .pluck()
  return {
    ...plainTable<'membership', Membership>(db, {
      name: 'memberships',
      columns: ['collection', 'article', 'by', 'at'],
      key: ['collection', 'article'],
      toRow: membership => membership,
      fromRow: row => row,
      keyOf(id) {
        const [collection = '', article = ''] = id.split('/')
        return { collection, article }
      },
    }),
    /** Collections with the number of their articles, those in the bin left out, and how many are there. */
    counted(collections: readonly Collection[]): Collections {
      const binned = inBin.get() ?? 0
      const found = new Map(counts.all().map(one => [one.collection, one.articles]))
      return { collections: collections.map(one => ({ ...one, articles: found.get(one.id) ?? 0 })), binned }
    },
    articlesOf: (collection: CollectionId): ArticleId[] => ofCollection.all(collection),
    collectionsOf: (article: ArticleId): CollectionId[] => ofArticle.all(article),
  }
}
