/** Articles on which annotators have spoken, for tests. */
import fc from 'fast-check'
import { Annotation } from '../../model/annotation.ts'
import { GOLD } from '../../model/annotator.ts'
import { Article, articleId } from '../../model/article.ts'
import { Codebook } from '../../model/codebook.ts'
import { decisionId } from '../../model/decision.ts'
import { AnnotationId, AnnotatorId, LabelId } from '../../model/ids.ts'
import { label } from '../../model/label.ts'
import type { Edit } from '../../model/record.ts'
import { Review, reviewId } from '../../model/review.ts'
import { shortDigest } from '../../model/short-digest.ts'
import type { Occasion } from '../decide.ts'
import type { DecidedArticle } from '../sentences-to-decide.ts'

export const [ANNA, BORYS, CHLOE] = ['a1', 'b2', 'c3'].map(end =>
  AnnotatorId.parse(`01900000-0000-7000-8000-0000000000${end}`),
) as [AnnotatorId, AnnotatorId, AnnotatorId] // of three ids

export const LABELS = ['claim', 'fact', 'vivid'].map(id => LabelId.parse(id))

export const CODEBOOK: Codebook = Codebook.parse({
  labels: LABELS.map((id, position) => label({ id, name: id, exclusive: id !== 'vivid', position })),
  attributes: [],
})

const NOW = '2026-11-25T12:00:00.000Z'
const WIDTH = 10

export const occasion = (by: AnnotatorId = CHLOE, now = NOW): Occasion => ({
  ...{ article: articleId('a'.repeat(64)), by, now, codebook: CODEBOOK },
  idOf: text => AnnotationId.parse(uuid(text)),
})

/** What each of three annotators says of each sentence: see `decided`. */
export type Said = readonly (readonly string[])[]

/**
 * An article of as many sentences as the first annotator has words for. A word is labels with a blank between; `-` for
 * nothing to tag, `?` for beyond judging, empty for not reviewed. `>` after a label: it reaches to the next sentence.
 */
export function decided(said: Said): DecidedArticle {
  const [first = []] = said
  const sentences = first.map((_, index) => ({ start: index * WIDTH, end: index * WIDTH + WIDTH - 1 }))
  const annotations: Annotation[] = []
  const reviews: Review[] = []
  for (const [index, words] of said.entries()) {
    const annotator = [ANNA, BORYS, CHLOE][index] ?? ANNA
    for (const [number, word] of words.entries()) {
      const range = sentences[number]
      if (!range || word === '') continue
      const common = { article: articleId('a'.repeat(64)), annotator, start: range.start }
      if (word === '-' || word === '?') {
        const judgement = word === '?' ? 'cannot-judge' : 'read'
        reviews.push(Review.parse({ ...common, end: range.end, judgement, at: NOW }))
        continue
      }
      for (const one of word.split(' ')) {
        const end = one.endsWith('>') ? (sentences[number + 1]?.end ?? range.end) : range.end
        const content = { ...common, end, label: one.replace('>', '') }
        annotations.push(
          Annotation.parse({
            ...{ id: uuid(JSON.stringify(content)), ...content, attributes: {}, mentions: {} },
            ...{ note: `by ${index}`, codebook: '', created: NOW, updated: NOW },
          }),
        )
      }
    }
  }
  return {
    article: ARTICLE,
    text: 'Word word.'.repeat(first.length),
    sentences,
    annotations,
    reviews,
    decisions: [],
  }
}

const ARTICLE = Article.parse({
  ...{
    id: articleId('a'.repeat(64)),
    title: 'A',
    source: '',
    author: '',
    url: '',
    published: '',
    language: 'en',
  },
  ...{ origin: null, imported: NOW, importedBy: ANNA },
})

/** The article after these edits. */
export function after(article: DecidedArticle, edits: readonly Edit[]): DecidedArticle {
  let { annotations, reviews, decisions } = article
  for (const edit of edits) {
    if (edit.kind === 'annotation')
      annotations = [...annotations.filter(one => one.id !== edit.id), ...(edit.after ? [edit.after] : [])]
    if (edit.kind === 'review')
      reviews = [...reviews.filter(one => reviewId(one) !== edit.id), ...(edit.after ? [edit.after] : [])]
    if (edit.kind === 'decision')
      decisions = [
        ...decisions.filter(one => decisionId(one) !== edit.id),
        ...(edit.after ? [edit.after] : []),
      ]
  }
  return { ...article, annotations, reviews, decisions }
}

/** What the gold layer says of each sentence, in the words of `decided`. */
export const goldOf = ({ sentences, annotations, reviews }: DecidedArticle): string[] =>
  sentences.map(({ start, end }) => {
    const here = <R extends Annotation | Review>(one: R) =>
      one.annotator === GOLD.id && one.start < end && start < one.end
    const labels = annotations.filter(here).map(one => one.label)
    return labels.sort().join(' ') || (reviews.some(here) ? '-' : '')
  })

const word = fc.constantFrom('', '-', '?', 'fact', 'claim', 'fact>', 'claim vivid', 'vivid')
export const anySaid: fc.Arbitrary<Said> = fc.array(fc.array(word, { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 3,
})

/** A UUID of a text. */
function uuid(text: string): string {
  const digits = [text, `${text}!`, `${text}?`].map(shortDigest).join('')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
