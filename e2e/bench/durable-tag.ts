import { join } from 'node:path'
import type { Annotation } from '#app/model/annotation'
import type { Edit } from '#app/model/record'
import { bareTables } from './bare-tables.ts'
import type { Bench, Figure } from './bench.ts'
import { median, timed } from './measure.ts'
import { addArticle, annotationOf, annotator, emptyProject } from './project.ts'

const ARTICLES = 8
const SENTENCES = 40
/** Rounds at the beginning that do not count: files grow, code is compiled. */
const WARM_UP = 40

/**
 * A tag on the disk: one call of the write function, against the least that SQLite needs for the same rows.
 *
 * Every sentence of eight articles is tagged, and then every one again with another label, which removes an
 * annotation and adds one. Each change is made once through `store.write` and once bare, in turns, on the same
 * disk. Bare means: a better-sqlite3 transaction in WAL with synchronous=FULL whose prepared statements write
 * the rows that the write function wrote in this very round (annotation, change, history, tombstone, progress),
 * into tables of the same columns with a primary key and nothing else: no index, no reference, no check.
 *
 * Waiting for the disk is most of both. The last figure is of the work alone, with synchronous=OFF on both
 * sides, to see what the store itself costs.
 */
export const durableTag: Bench = {
  name: 'durable-tag',
  async run(folder) {
    const store = emptyProject(join(folder, 'tags.assay'))
    const articles = Array.from({ length: ARTICLES }, (_, seed) => addArticle(store, seed, SENTENCES))
    const places = articles.flatMap(({ id, sentences }) => sentences.map(sentence => ({ id, sentence })))
    const bare = bareTables(join(folder, 'bare.db'), store)
    /** The labels on the sentences by now. */
    const there: Annotation[] = []

    /** Tags every sentence, each change on both sides. */
    const tagAll = (round: number) => {
      const ours: number[] = []
      const limit: number[] = []
      places.forEach(({ id, sentence }, place) => {
        const before = there[place]
        const after = annotationOf(id, sentence, place + round)
        const edits: Edit[] = [
          ...(before ? [{ kind: 'annotation', id: before.id, after: null } as const] : []),
          { kind: 'annotation', id: after.id, after },
        ]
        ours.push(timed(() => store.write({ by: annotator.id, action: 'tag', edits })))
        const rows = bare.rowsOfLastChange(after, before)
        limit.push(timed(() => bare.commit(rows)))
        there[place] = after
      })
      return {
        value: median(ours.slice(WARM_UP)),
        against: median(limit.slice(WARM_UP)),
        unit: 'ms',
      } as const
    }

    const durable: Figure[] = [
      { name: 'durable tag', ...tagAll(0), bar: 2 },
      { name: 'durable tag that replaces one', ...tagAll(1), bar: 2 },
    ]
    for (const { db } of [store, bare]) db.pragma('synchronous = off')
    const work: Figure = { name: 'the same without waiting for the disk', ...tagAll(2) }
    bare.db.close()
    store.close()
    return [...durable, work]
  },
}
