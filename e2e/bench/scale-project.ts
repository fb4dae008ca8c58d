/** A project of the size that is asked for, its rows written straight into the tables: importing it would take hours. */
import { createHash } from 'node:crypto'
import { articleId } from '#app/model/article'
import { AnnotatorId } from '#app/model/ids'
import { indexText } from '#app/search/index-text'
import type { Store } from '#main/store/store'
import { annotator, emptyProject, labels } from './project.ts'
import { spokenArticle } from './vocabulary.ts'

/** The second one who has worked in every article. */
export const COLLEAGUE = AnnotatorId.parse('01900000-0000-7000-8000-0000000000c0')

/** Sentences of an article: 40 to 60. */
const sentencesOf = (seed: number): number => 40 + ((seed * 8) % 21)

/** Sentences of an article that each of the two has tagged. */
const TAGGED = 10

/** What a store would have written; nothing is measured of how it came in. */
const REVISION = `0-${'0'.repeat(32)}`
const AT = '2026-11-26T00:00:00.000Z'

/**
 * Makes the project: articles of about 50 sentences, in each of them ten tagged by two annotators, who differ in every
 * fifth. It is closed when this returns.
 */
export function scaleProject(path: string, articles: number): void {
  const store = emptyProject(path)
  store.introduce(COLLEAGUE, 'Colleague')
  store.db.pragma('synchronous = off')
  const put = putter(store)
  for (let seed = 0; seed < articles; ) {
    store.together(() => {
      for (const end = Math.min(seed + 1000, articles); seed < end; seed++) put(seed)
    })
  }
  store.db.pragma('wal_checkpoint(truncate)')
  store.close()
}

function putter({ db }: Store): (seed: number) => void {
  const text = db.prepare('insert into texts (article, length, text) values (?, ?, ?)')
  const article = db.prepare(`
    insert into articles (key, id, title, source, author, url, published, language, imported, imported_by, revision)
    values (?, ?, ?, ?, '', '', ?, 'en', ?, ?, ?)`)
  const segmentation = db.prepare(
    'insert into segmentations (article, sentences, count, mended, revision) values (?, ?, ?, 0, ?)',
  )
  const words = db.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)')
  const annotation = db.prepare(`
    insert into annotations (id, article, annotator, label, start, "end", attributes, mentions, note, codebook, created, updated, revision)
    values (?, ?, ?, ?, ?, ?, '{}', '{}', '', '', ?, ?, ?)`)
  const borne = db.prepare('insert or ignore into article_labels (label, key) values (?, ?)')
  const progress = db.prepare(`
    insert into progress (article, annotator, tagged, reviewed, unjudged, flagged, sentences, key)
    values (?, ?, ?, ?, 0, 0, ?, ?)`)
  const disputed = db.prepare('insert into disputed (key) values (?)')

  return seed => {
    const key = seed + 1
    const count = sentencesOf(seed)
    const made = spokenArticle(seed, count)
    const id = articleId(createHash('sha256').update(made.text).digest('hex'))
    const at = new Date(Date.UTC(2020, 0, 1 + (seed % 2000))).toISOString()
    text.run(id, made.text.length, made.text)
    article.run(key, id, made.title, `Source ${seed % 50}`, at.slice(0, 10), at, annotator.id, REVISION)
    segmentation.run(id, JSON.stringify(made.flat), count, REVISION)
    words.run(key, indexText(made.title), indexText(made.text))
    for (const [who, by] of [annotator.id, COLLEAGUE].entries()) {
      for (let place = 0; place < TAGGED; place++) {
        const label = labels[(seed + place + (who === 1 && place % 5 === 0 ? 1 : 0)) % labels.length]
        const [start, end] = made.flat.slice(place * 4, place * 4 + 2)
        if (label === undefined) throw new Error('the codebook has no labels')
        annotation.run(idOf(key, who, place), id, by, label, start, end, AT, AT, REVISION)
        borne.run(label, key)
      }
      progress.run(id, by, TAGGED, TAGGED, count, key)
    }
    disputed.run(key)
  }
}

/** A UUIDv7 that no other annotation has. */
function idOf(key: number, who: number, place: number): string {
  return `01900000-${hex(who, 4)}-7${hex(place, 3)}-8000-${hex(key, 12)}`
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
