/** One annotator's annotations as IOB2 tags in the columns of CoNLL-2003. */
import type { Annotation } from '../../model/annotation.ts'
import type { AnnotatorId, LabelId } from '../../model/ids.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { formOf, tokenSentences, tokensIn } from './tokens.ts'

/**
 * The file, article by article: word, part of speech (`-X-`, not known), chunk (`_`) and tag, an empty line after
 * each sentence, and a `-DOCSTART-` before each article.
 */
export function* iobFile(
  { articles }: Corpus,
  annotator: AnnotatorId,
  tags: ReadonlyMap<LabelId, string>,
): Generator<string> {
  for (const article of articles) yield `-DOCSTART- -X- O O\n\n${taggedText(article, annotator, tags)}`
}

function taggedText(
  article: AnnotatedArticle,
  annotator: AnnotatorId,
  tags: ReadonlyMap<LabelId, string>,
): string {
  const sentences = tokenSentences(article)
  const tokens = sentences.flatMap(sentence => sentence.tokens)
  const bearers = longestFirst(
    article.annotations.filter(one => one.annotator === annotator),
    range => tokensIn(tokens, range),
    tokens.length,
  )
  let index = 0
  let written = ''
  for (const sentence of sentences) {
    // A tag cannot go on from the sentence before.
    let before: Annotation | undefined
    for (const token of sentence.tokens) {
      const bearer = bearers[index++]
      const tag = bearer ? `${bearer === before ? 'I' : 'B'}-${tags.get(bearer.label) ?? bearer.label}` : 'O'
      written += `${formOf(article.text, token)} -X- _ ${tag}\n`
      before = bearer
    }
    written += '\n'
  }
  return written
}

/** For each token the annotation whose tag it bears: of those that overlap, the one of most tokens, then the earlier. */
function longestFirst(
  annotations: readonly Annotation[],
  within: (annotation: Annotation) => { readonly from: number; readonly to: number },
  count: number,
): readonly (Annotation | undefined)[] {
  const bearers = new Array<Annotation | undefined>(count)
  const placed = annotations
    .map(annotation => ({ annotation, ...within(annotation) }))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const { annotation, from, to } of placed) {
    // Whatever is there already is at least as long, and so reaches over one end.
    if (bearers[from] === undefined && bearers[to - 1] === undefined) bearers.fill(annotation, from, to)
  }
  return bearers
}
