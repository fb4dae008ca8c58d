/** Finds the sentences of a corpus that are the same as one of them; see app/text/sentence-form.ts. */
import type { EqualSentences } from '#app/contract'
import { Refusal } from '#app/failure'
import { BIN } from '#app/model/collection'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import type { SentencePlace } from '#app/model/queue'
import { sentencesIn } from '#app/model/segmentation'
import { foldedWords } from '#app/search/words'
import { type Range, sameRange } from '#app/text/range'
import { sentenceForm, surePiece } from '#app/text/sentence-form'
import { layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { editsFor } from './edits-for.ts'

/** Milliseconds of work after which others have their turn. */
const SLICE = 20

/** One sentence, as the others are compared with it. */
export interface Model extends SentencePlace {
  /** What others are compared by. */
  readonly form: string
  /** The labels that its annotator gave it, in the order of the codebook; such as are retired are none. */
  readonly labels: readonly Label[]
}

/** The sentence at a range. Throws a refusal where it is no longer there. */
export function modelOf(store: Store, { article, range }: SentencePlace, by: AnnotatorId): Model {
  const sentences = store.tables.segmentation.get(article)?.sentences ?? []
  const sentence = sentences[sentencesIn(sentences, range).from]
  const text = store.tables.article.text(article)
  if (!sentence || text === undefined || !sameRange(sentence, range))
    throw new Refusal('not-found', 'The sentence is no longer as it was. Go to it again.')
  const given = new Set(
    store.tables.annotation
      .ofLayer(article, by)
      .filter(one => sameRange(one, range))
      .map(one => one.label),
  )
  const labels = store.codebook().labels.filter(label => given.has(label.id) && !label.retired)
  return { article, range, form: sentenceForm(text.slice(range.start, range.end)), labels }
}

/**
 * The articles that may have a sentence of this form, in the order of their import, but for those in the bin: such as have
 * its words in a row. Of a form without words, such as have it as it is written.
 */
export function articlesThatMayHave({ db }: Store, form: string): ArticleId[] {
  const phrase = phraseOf(form)
  const piece = surePiece(form) ?? (phrase === undefined ? form : undefined)
  const conditions = [
    phrase !== undefined && 'a.key in (select rowid from article_words where article_words match @phrase)',
    piece !== undefined &&
      `exists (select 1 from texts t where t.article = a.id and (instr(t.text, @piece) > 0 or t.text glob @widths))`,
    'not exists (select 1 from memberships m where m.collection = @bin and m.article = a.id)',
  ].filter(one => one !== false)
  return db
    .prepare<object, ArticleId>(
      `select a.id from articles a where ${conditions.join(' and ')} order by a.key`,
    )
    .pluck()
    .all({
      bin: BIN.id,
      ...(phrase === undefined ? {} : { phrase }),
      ...(piece === undefined ? {} : { piece, widths: WIDTHS }),
    })
}

/** A text with wide or narrow forms of letters, as GLOB has it. */
const WIDTHS = '*[\uff01-\uffee]*'

/** Words of a sentence that are looked up in the index of words. */
const LOOKED_UP = 60

/** The first words of a text as a phrase for FTS5; undefined where it has none. */
export function phraseOf(text: string): string | undefined {
  const words = foldedWords(text).slice(0, LOOKED_UP)
  return words.length === 0 ? undefined : `text : "${words.join(' ')}"`
}

/** The sentences of an article that are the same as the model, but for the model itself. */
export function equalIn(store: Store, article: ArticleId, model: Model): Range[] {
  const text = store.tables.article.text(article) ?? ''
  const sentences = store.tables.segmentation.get(article)?.sentences ?? []
  return sentences.filter(
    one =>
      sentenceForm(text.slice(one.start, one.end)) === model.form &&
      !(article === model.article && sameRange(one, model.range)),
  )
}

/** How many such sentences there are, and what the annotator has said of them. Others have their turn meanwhile. */
export async function countEqual(
  store: Store,
  place: SentencePlace,
  by: AnnotatorId,
): Promise<EqualSentences> {
  const model = modelOf(store, place, by)
  const count = { sentences: 0, articles: 0, tagged: 0, otherwise: 0 }
  let since = performance.now()
  for (const article of articlesThatMayHave(store, model.form)) {
    const equal = equalIn(store, article, model)
    count.sentences += equal.length
    if (equal.length > 0) count.articles++
    const layer = layerOf(store, article, by)
    for (const range of equal) {
      const edits = editsFor(store, layer, range, model.labels)
      if (edits.length === 0) count.tagged++
      else if (edits.some(edit => edit.after === null)) count.otherwise++
    }
    if (performance.now() - since < SLICE) continue
    await new Promise(resolve => setImmediate(resolve))
    since = performance.now()
  }
  return { ...count, labels: model.labels.map(label => label.id) }
}
