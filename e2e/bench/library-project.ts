/** A project with as many articles as are asked for, its rows written straight into the tables. */
import { createHash } from 'node:crypto'
import { articleId } from '#app/model/article'
import { BIN } from '#app/model/collection'
import { AnnotatorId, CollectionId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import { annotator } from './project.ts'

export const GREEN = CollectionId.parse('01900000-0000-7000-8000-00000000c0de')
const OTHER = AnnotatorId.parse('01900000-0000-7000-8000-0000000000a2')
const SENTENCES = 30

/**
 * 100,000 imports take minutes, and nothing of them is measured here. The rows are such as the write function leaves:
 * every third article is tagged by the person, every seventh by another one too; a tenth is in a collection, a
 * hundredth in the bin.
 */
export function fillLibrary(store: Store, articles: number): void {
  const { db } = store
  store.introduce(OTHER, 'Other')
  const revision = '0-0'
  const put = (table: string, columns: string) =>
    db.prepare(
      `insert into ${table} (${columns}) values (${columns
        .split(', ')
        .map(() => '?')
        .join(', ')})`,
    )
  const text = put('texts', 'article, text, length')
  const article = put(
    'articles',
    'key, id, title, source, author, url, published, language, imported, imported_by, revision',
  )
  const words = put('article_words', 'rowid, title, text')
  const segmentation = put('segmentations', 'article, sentences, count, mended, revision')
  const annotation = put(
    'annotations',
    'id, article, annotator, label, start, "end", attributes, mentions, note, codebook, created, updated, revision',
  )
  const label = db.prepare('insert or ignore into article_labels (label, key) values (?, ?)')
  const value = put('attribute_values', 'annotation, attribute, value, article, annotator, key')
  const progress = put('progress', 'article, annotator, tagged, reviewed, unjudged, flagged, sentences, key')
  const membership = put('memberships', 'collection, article, by, at, revision')
  const disputed = put('disputed', 'key')
  const ranges = JSON.stringify(Array.from({ length: SENTENCES * 2 }, (_, index) => index * 60))
  const at = '2026-11-26T00:00:00.000Z'

  function tag(key: number, id: string, by: string): void {
    for (let place = 0; place < 6; place++) {
      const name = ['fact', 'claim', 'opinion', 'pledge'][(key + place) % (key % 2 ? 2 : 4)] ?? 'fact'
      const one = `${id.slice(0, 24)}${(by === OTHER ? 1 : 0).toString()}${place}${String(key % 1e10).padStart(10, '0')}`
      annotation.run(one, id, by, name, place * 120, place * 120 + 60, '{}', '{}', '', '', at, at, revision)
      label.run(name, key)
      if (place === 0 && name === 'claim')
        value.run(one, 'verdict', key % 5 ? 'unverified' : 'refuted', id, by, key)
    }
    progress.run(id, by, 6, key % 4 ? 12 : SENTENCES, 0, key % 20 ? 0 : 1, SENTENCES, key)
  }

  store.together(() => {
    for (let key = 1; key <= articles; key++) {
      const title = `${(key * 7919) % articles} Story ${key}`
      const body = `${title}. The harbour bridge will be finished by spring, as somebody said${key % 1000 ? '' : ' of the zebra'}.`
      const id = articleId(createHash('sha256').update(body).digest('hex'))
      const day = `20${20 + (key % 7)}-${String(1 + (key % 12)).padStart(2, '0')}-${String(1 + (key % 28)).padStart(2, '0')}`
      text.run(id, body, 60 * SENTENCES * 2)
      article.run(
        ...[key, id, title, `Source ${key % 50}`, '', '', day, ['en', 'en', 'uk', 'fr'][key % 4]],
        ...[at, annotator.id, revision],
      )
      words.run(key, title, body)
      segmentation.run(id, ranges, SENTENCES, 0, revision)
      if (key % 3 === 0) tag(key, id, annotator.id)
      if (key % 7 === 0) tag(key, id, OTHER)
      if (key % 21 === 0) disputed.run(key)
      if (key % 10 === 0) membership.run(GREEN, id, annotator.id, at, revision)
      if (key % 100 === 1) membership.run(BIN.id, id, annotator.id, at, revision)
    }
  })
}
