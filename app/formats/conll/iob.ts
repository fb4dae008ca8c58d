import type { Annotation } from '../../model/annotation.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { formOf, LONG, tokensBySentence, tokensIn } from './tokens.ts'

/**
 * The four columns of CoNLL-2003 with the tags of one annotator in IOB2. Articles that the annotator has neither
 * annotated nor read are left out: `O` would say of them what nobody has.
 *
 * @param tags of labels, by their ids
 */
export function* iobOf(
  articles: Corpus['articles'],
  annotator: AnnotatorId,
  tags: ReadonlyMap<string, string>,
): Generator<string> {
  for (const article of articles) {
    const own = article.annotations.filter(one => one.annotator === annotator)
    if (own.length > 0 || article.reviews.some(one => one.annotator === annotator))
      yield* articleLines(article, own, tags)
  }
}

function* articleLines(
  article: AnnotatedArticle,
  annotations: readonly Annotation[],
  tags: ReadonlyMap<string, string>,
): Generator<string> {
  const { tokens, starts } = tokensBySentence(article)
  const kept = longestOn(tokens, annotations)
  let lines = '-DOCSTART- -X- O O\n\n'
  for (const [sentence, first] of starts.entries()) {
    const next = starts[sentence + 1] ?? first
    for (const [index, token] of tokens.slice(first, next).entries()) {
      const here = kept[first + index]
      const goesOn = index > 0 && kept[first + index - 1] === here
      const tag = here ? `${goesOn ? 'I' : 'B'}-${tags.get(here.label) ?? here.label}` : 'O'
      lines += `${formOf(article.text, token)} -X- O ${tag}\n`
      if (lines.length < LONG) continue
      yield lines
      lines = ''
    }
    if (next > first) lines += '\n'
  }
  yield lines
}

/** For each token the annotation on it. Of annotations that share a token the longest is kept, else the first. */
function longestOn(
  tokens: AnnotatedArticle['sentences'],
  annotations: readonly Annotation[],
): readonly (Annotation | undefined)[] {
  const kept = new Array<Annotation | undefined>(tokens.length)
  for (const one of annotations.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const { from, to } = tokensIn(tokens, one)
    // What is there is at least as long, so that it cannot lie between the ends of this one.
    if (from < to && !kept[from] && !kept[to - 1]) kept.fill(one, from, to)
  }
  return kept
}
