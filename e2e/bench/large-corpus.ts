/** A project of 100,000 articles of made-up words, written straight into its tables: importing it would take an hour. */
import { createHash } from 'node:crypto'
import { articleId } from '#app/model/article'
import { indexText } from '#app/search/index-text'
import type { Store } from '#main/store/store'
import { annotator, emptyProject } from './project.ts'
import { spokenArticle } from './vocabulary.ts'

export interface LargeCorpus {
  readonly articles: number
  readonly sentences: number
  /** Of all texts, in UTF-8. */
  readonly megabytes: number
}

/** Makes the project; it is closed when this returns. */
export function largeCorpus(path: string, articles: number): LargeCorpus {
  const store = emptyProject(path)
  store.db.pragma('synchronous = off')
  const put = putter(store)
  let [sentences, bytes] = [0, 0]
  for (let seed = 0; seed < articles; ) {
    store.together(() => {
      for (const end = Math.min(seed + 1000, articles); seed < end; seed++) {
        const count = 20 + ((seed * 8) % 21)
        bytes += put(seed, count)
        sentences += count
      }
    })
  }
  store.db.pragma('wal_checkpoint(truncate)')
  store.close()
  return { articles, sentences, megabytes: bytes / 1e6 }
}

function putter({ db }: Store): (seed: number, sentences: number) => number {
  const text = db.prepare('insert into texts (article, length, text) values (?, ?, ?)')
  const article = db.prepare(`
    insert into articles (key, id, title, source, author, url, published, language, imported, imported_by, revision)
    values (?, ?, ?, '', '', '', ?, 'en', ?, ?, 'r')`)
  const segmentation = db.prepare(
    `insert into segmentations (article, sentences, count, mended, revision) values (?, ?, ?, 0, 'r')`,
  )
  const words = db.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)')
  return (seed, sentences) => {
    const made = spokenArticle(seed, sentences)
    const id = articleId(createHash('sha256').update(made.text).digest('hex'))
    const at = new Date(Date.UTC(2020, 0, 1 + (seed % 2000))).toISOString()
    text.run(id, made.text.length, made.text)
    article.run(seed + 1, id, made.title, at.slice(0, 10), at, annotator.id)
    segmentation.run(id, JSON.stringify(made.flat), sentences)
    words.run(seed + 1, indexText(made.title), indexText(made.text))
    return Buffer.byteLength(made.text)
  }
}
