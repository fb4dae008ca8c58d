import { join } from 'node:path'
import Database from 'better-sqlite3'
import { segment } from '#app/text/segmentation/segment'
import { importDraft } from '#main/import/import-draft'
import type { Bench } from './bench.ts'
import { text } from './generator.ts'
import { median, timed } from './measure.ts'
import { annotator, emptyProject } from './project.ts'

const ARTICLES = 1000
const PASSES = 3
/** Articles that one side imports before it is the other's turn. */
const TURN = 25

/**
 * Import of 1,000 articles, each durable by itself, against segmentation and a bare FTS5 insert.
 *
 * Ours is `importDraft`: normalising, hashing, looking for the same text, detecting the language, segmenting,
 * and one change in the store with text, metadata, sentences, history and word index. The limit is our own
 * segmenter, told the language, and one row with the text in an FTS5 table of the same tokenizer that keeps its
 * content, as the text has to be kept; one transaction for each article, in WAL with synchronous=FULL.
 * Articles are of 20 to 60 sentences. The two take turns of 25 articles; a pass is 1,000 on both sides in
 * fresh files, and the median of the passes counts. No garbage is collected between turns by force: V8 then throws
 * compiled code away, and the side with more code would pay for that.
 */
export const importArticles: Bench = {
  name: 'import',
  async run(folder) {
    const texts = Array.from({ length: ARTICLES }, (_, seed) => text(seed, 20 + ((seed * 7) % 41)))
    const passes = Array.from({ length: PASSES }, (_, pass) => alternate(folder, pass, texts, 'full'))
    const work = Array.from({ length: PASSES }, (_, pass) => alternate(folder, PASSES + pass, texts, 'off'))
    return [
      { name: 'import of 1,000 articles', ...medians(passes), unit: 'ms', bar: 2 },
      { name: 'the same without waiting for the disk', ...medians(work), unit: 'ms' },
    ]
  },
}

interface Pass {
  readonly value: number
  readonly against: number
}

const medians = (passes: readonly Pass[]): Pass => ({
  value: median(passes.map(pass => pass.value)),
  against: median(passes.map(pass => pass.against)),
})

/** One pass: the milliseconds of each side in all. */
function alternate(
  folder: string,
  pass: number,
  texts: readonly string[],
  synchronous: 'full' | 'off',
): Pass {
  const store = emptyProject(join(folder, `${pass}.assay`))
  store.db.pragma(`synchronous = ${synchronous}`)
  const bare = new Database(join(folder, `${pass}.db`))
  bare.pragma('journal_mode = wal')
  bare.pragma(`synchronous = ${synchronous}`)
  bare.exec(`create virtual table words using fts5 (text, tokenize = 'unicode61 remove_diacritics 2')`)
  const insert = bare.prepare('insert into words (text) values (?)')
  let value = 0
  let against = 0
  let sentences = 0
  for (let from = 0; from < texts.length; from += TURN) {
    const turn = texts.slice(from, from + TURN)
    value += timed(() => {
      for (const one of turn) {
        importDraft(store, { text: one, metadata: {} }, { by: annotator.id, origin: null })
      }
    })
    against += timed(() => {
      for (const one of turn) {
        sentences += segment(one, 'en').length
        insert.run(one)
      }
    })
  }
  const { articles, sentences: stored } = store.library.totals(annotator.id)
  if (articles !== texts.length || stored !== sentences) throw new Error('the two sides did not do the same')
  bare.close()
  store.close()
  return { value, against }
}
