/** A corpus as CoNLL-U: all annotations of everybody stand in MISC, and nothing is said of syntax. */
import type { Annotation } from '../../model/annotation.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import { paragraphs } from '../../text/paragraphs.ts'
import { type Range, sameRange } from '../../text/range.ts'
import { type AnnotatedArticle, annotatorNames, type Corpus } from '../corpus.ts'
import { miscOf, type Pair } from './misc.ts'
import { CONTROLS, formOf, type TokenSentence, tokenSentences, tokensIn } from './tokens.ts'

/** The file, article by article. Offsets in it are code points of the article's text. */
export function* conlluFile({ articles, annotators, codebook }: Corpus): Generator<string> {
  const names = annotatorNames(annotators)
  const labels = new Map<string, string>(codebook.labels.map(({ id, name }) => [id, name]))
  for (const article of articles) yield articleText(article, names, labels)
}

type Names = ReadonlyMap<AnnotatorId, string>

function articleText(one: AnnotatedArticle, names: Names, labels: ReadonlyMap<string, string>): string {
  const { article, text } = one
  const offsets = offsetMap(text)
  const sentences = tokenSentences(one)
  const tokens = sentences.flatMap(sentence => sentence.tokens)
  const beginning = new Set(paragraphs(text, sentences).map(({ start }) => start))
  const here = annotationsByToken(one.annotations, sentences, tokens)
  let index = 0
  let written = ''
  sentences.forEach((sentence, number) => {
    if (number === 0) written += headOf(article)
    if (beginning.has(number)) written += '# newpar\n'
    written += `# sent_id = ${article.id}-s${number + 1}\n`
    for (const review of one.reviews.filter(review => sameRange(review, sentence)))
      written += `# review = ${miscOf([
        ['Judgement', review.judgement],
        ...by(review.annotator, names),
        ['At', review.at],
      ])}\n`
    written += `# text = ${onOneLine(text.slice(sentence.start, sentence.end))}\n`
    sentence.tokens.forEach((token, place) => {
      const next = tokens[index + 1]?.start ?? text.length
      const misc = [
        ...(index === 0 && token.start > 0 ? [['SpacesBefore', text.slice(0, token.start)] as const] : []),
        ...spacesAfter(text.slice(token.end, next), index === tokens.length - 1),
        ['TokenRange', `${offsets.toCodePoints(token.start)}:${offsets.toCodePoints(token.end)}`] as const,
        ...(here.get(index) ?? []).flatMap((annotation, nth) =>
          numbered(nth, annotationPairs(annotation, labels, names, offsets)),
        ),
      ]
      written += `${place + 1}\t${formOf(text, token)}\t_\t_\t_\t_\t_\t_\t_\t${miscOf(misc)}\n`
      index++
    })
    written += '\n'
  })
  return written
}

function headOf({
  id,
  title,
  source,
  author,
  url,
  published,
  language,
}: AnnotatedArticle['article']): string {
  const known = Object.entries({ title, source, author, url, published, language })
  return [
    `# newdoc id = ${id}\n`,
    ...known.map(([name, value]) => (value === '' ? '' : `# ${name} = ${onOneLine(value)}\n`)),
  ].join('')
}

/** Each annotation at its first token, and in every further sentence at the first. By the token's index. */
function annotationsByToken(
  annotations: readonly Annotation[],
  sentences: readonly TokenSentence[],
  tokens: readonly Range[],
): ReadonlyMap<number, readonly Annotation[]> {
  const first = new Set<number>()
  let count = 0
  for (const sentence of sentences) {
    first.add(count)
    count += sentence.tokens.length
  }
  const found = new Map<number, Annotation[]>()
  if (tokens.length === 0) return found
  for (const annotation of annotations) {
    const { from, to } = tokensIn(tokens, annotation)
    for (let index = from; index < to; index++) {
      if (index !== from && !first.has(index)) continue
      const there = found.get(index)
      if (there) there.push(annotation)
      else found.set(index, [annotation])
    }
  }
  return found
}

/** As UDPipe has it: nothing for one space, and for the last token of a text also for none. */
function spacesAfter(blanks: string, last: boolean): Pair[] {
  if (blanks === '') return last ? [] : [['SpaceAfter', 'No']]
  return blanks === ' ' && !last ? [] : [['SpacesAfter', blanks]]
}

function annotationPairs(
  { id, label, start, end, annotator, note, created, updated, attributes, mentions }: Annotation,
  labels: ReadonlyMap<string, string>,
  names: Names,
  { toCodePoints }: OffsetMap,
): Pair[] {
  return [
    ['Label', labels.get(label) ?? label],
    ['Start', toCodePoints(start)],
    ['End', toCodePoints(end)],
    ['Id', id],
    ...by(annotator, names),
    ...Object.entries(attributes).map(([key, value]): Pair => [`Attribute:${key}`, value]),
    ...Object.entries(mentions).map(
      ([key, range]): Pair => [`Mention:${key}`, `${toCodePoints(range.start)}:${toCodePoints(range.end)}`],
    ),
    ...(note === '' ? [] : [['Note', note] as const]),
    ['Created', created],
    ['Updated', updated],
  ]
}

/** The names of the second annotation at a token end in `[2]`, and so on: a name stands once in a column. */
const numbered = (nth: number, pairs: readonly Pair[]): readonly Pair[] =>
  nth === 0 ? pairs : pairs.map(([name, value]) => [`${name}[${nth + 1}]`, value])

const by = (annotator: AnnotatorId, names: Names): Pair[] => [
  ['Annotator', names.get(annotator) ?? annotator],
]

/** As `# text` has it, where every blank is one space. */
const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd')
