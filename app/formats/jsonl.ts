import { reviewedSentences } from '../model/layer.ts'
import { offsetMap } from '../text/offsets.ts'
import { type AnnotatedArticle, annotatorNames } from './corpus.ts'
import type { Format } from './format.ts'

/** JSON Lines: an article a line, with its sentences, annotations and reviewed sentences. Offsets in code points. */
export const jsonl: Format = {
  id: 'jsonl',
  name: 'JSON Lines',
  description: 'One article a line, with text, sentences and annotations, for Python, R and other programs.',
  extension: 'jsonl',
  *write({ annotators, articles }) {
    const names = annotatorNames(annotators)
    for (const one of articles) yield `${JSON.stringify(articleLine(one, names))}\n`
  },
}

function articleLine(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  names: ReturnType<typeof annotatorNames>,
): object {
  const { toCodePoints } = offsetMap(text)
  return {
    id: article.id,
    title: article.title,
    source: article.source,
    author: article.author,
    url: article.url,
    published: article.published,
    language: article.language,
    text,
    sentences: sentences.map(({ start, end }) => ({ start: toCodePoints(start), end: toCodePoints(end) })),
    annotations: annotations.map(
      ({ id, start, end, label, annotator, attributes, note, created, updated }) => ({
        id,
        start: toCodePoints(start),
        end: toCodePoints(end),
        text: text.slice(start, end),
        label,
        annotator: names.get(annotator) ?? annotator,
        attributes,
        note,
        created,
        updated,
      }),
    ),
    reviewed: reviewedSentences(sentences, annotations, reviews),
  }
}
