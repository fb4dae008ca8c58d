/** A corpus as CoNLL-U: all annotations of everybody stand in MISC, and nothing is said of syntax. */
import type { Annotation } from '../../model/annotation.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import type { Review } from '../../model/review.ts'
import { sentencesIn } from '../../model/segmentation.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import { paragraphs } from '../../text/paragraphs.ts'
import type { Range } from '../../text/range.ts'
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
  const paragraphStarts = new Set(paragraphs(text, sentences).map(({ start }) => start))
  const reviews = Map.groupBy(one.reviews, review => sentencesIn(sentences, review).from)
  const annotations = annotationsByToken(one.annotations, sentences, tokens)
  let index = 0
  const row = (token: Range, place: number): string => {
    const { start, end } = token
    const misc: Pair[] = [
      ...(index === 0 && start > 0 ? [['SpacesBefore', text.slice(0, start)] as const] : []),
      ...spacesAfter(text.slice(end, tokens[index + 1]?.start ?? text.length)),
      ['TokenRange', `${offsets.toCodePoints(start)}:${offsets.toCodePoints(end)}`],
      ...(annotations.get(index) ?? []).flatMap((annotation, nth) =>
        numbered(nth, annotationPairs(annotation, labels, names, offsets)),
      ),
    ]
    index++
    return `${place + 1}\t${formOf(text, token)}\t_\t_\t_\t_\t_\t_\t_\t${miscOf(misc)}\n`
  }
  const sentenceText = (sentence: TokenSentence, number: number): string =>
    [
      number === 0 ? headOf(article) : '',
      paragraphStarts.has(number) ? '# newpar\n' : '',
      `# sent_id = ${article.id}-s${number + 1}\n`,
      ...(reviews.get(number) ?? []).map(review => reviewLine(review, names)),
      `# text = ${onOneLine(text.slice(sentence.start, sentence.end))}\n`,
      ...sentence.tokens.map(row),
      '\n',
    ].join('')
  return sentences.map(sentenceText).join('')
}

function reviewLine({ judgement, annotator, at }: Review, names: Names): string {
  return `# review = ${miscOf([['Judgement', judgement], ...by(annotator, names), ['At', at]])}\n`
}

function headOf(article: AnnotatedArticle['article']): string {
  const lines = METADATA.flatMap(name => (article[name] ? [`# ${name} = ${onOneLine(article[name])}\n`] : []))
  return `# newdoc id = ${article.id}\n${lines.join('')}`
}

const METADATA = ['title', 'source', 'author', 'url', 'published', 'language'] as const

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

/** As UDPipe has it: nothing for one space. */
function spacesAfter(blanks: string): Pair[] {
  if (blanks === '') return [['SpaceAfter', 'No']]
  return blanks === ' ' ? [] : [['SpacesAfter', blanks]]
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
