import type { Database } from 'better-sqlite3'
import type { AnnotatorId } from '#app/model/ids'
import type { ArticleOrder } from '#app/model/library'

/** Up to this share of all articles it is quicker to look up and sort those that are wanted than to walk an index. */
const FEW = 0.1

/** How the keys of articles are put in an order of the library. */
export function orderer(db: Database) {
  const count = db.prepare<[], number>('select count(*) from articles').pluck()
  const by = {
    title: sorted('title collate nocase, key', 'articles_by_title'),
    published: sorted('published desc, key desc', 'articles_by_published'),
  }
  const shares = db
    .prepare<[string], [number, number]>(
      'select key, reviewed * 1.0 / max(sentences, 1) from progress where annotator = ? and reviewed > 0',
    )
    .raw()

  function sorted(order: string, index: string) {
    return {
      all: db.prepare<[], number>(`select key from articles indexed by ${index} order by ${order}`).pluck(),
      few: db
        .prepare<[string], number>(
          `select key from articles where key in (select value from json_each(?)) order by ${order}`,
        )
        .pluck(),
    }
  }

  function alongIndex(keys: readonly number[], { all, few }: (typeof by)['title']): number[] {
    const articles = count.get() ?? 0
    if (keys.length < articles * FEW) return few.all(JSON.stringify(keys))
    const everything = all.all()
    if (keys.length === everything.length) return everything
    const wanted = new Uint8Array((keys.at(-1) ?? 0) + 1)
    for (const key of keys) wanted[key] = 1
    return everything.filter(key => wanted[key] === 1)
  }

  /** The least done first; what has not been begun before all others, in the order of import. */
  function leastDoneFirst(keys: readonly number[], annotator: AnnotatorId): number[] {
    const done = new Map(shares.all(annotator))
    const begun = keys.filter(key => done.has(key))
    const share = (key: number) => done.get(key) ?? 0
    return [...keys.filter(key => !done.has(key)), ...begun.sort((a, b) => share(a) - share(b) || a - b)]
  }

  /** @param keys in the order of import */
  return (keys: readonly number[], order: ArticleOrder, annotator: AnnotatorId): readonly number[] => {
    switch (order) {
      case 'imported':
        return keys
      case 'newest':
        return keys.toReversed()
      case 'title':
      case 'published':
        return alongIndex(keys, by[order])
      case 'progress':
        return leastDoneFirst(keys, annotator)
    }
  }
}
