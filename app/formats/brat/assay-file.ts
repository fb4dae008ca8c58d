/**
 * `assay.conf`, a file of JSON Lines that brat passes over: first what the names in brat's files stand for,
 * then a line for each article with its metadata, sentences and reviews.
 */
import { z } from 'zod'
import { Annotator } from '../../model/annotator.ts'
import { Metadata } from '../../model/article.ts'
import { Attribute } from '../../model/attribute.ts'
import { Label } from '../../model/label.ts'
import { Judgement } from '../../model/review.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { documentName } from '../safe-names.ts'
import { Place } from './assay-note.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Each with its name in brat's files. */
export const Head = z.object({
  assay: z.literal('brat'),
  labels: z.array(z.object({ brat: z.string(), label: Label })),
  attributes: z.array(
    z.object({
      brat: z.string(),
      attribute: Attribute,
      /** The choices that brat offers, each with its name there. */
      values: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
  annotators: z.array(z.object({ brat: z.string(), annotator: Annotator })),
})

export type Head = z.infer<typeof Head>

export const Document = z.object({
  /** Without its ending. */
  file: z.string(),
  ...Metadata.unwrap().shape,
  /** Code points of the text: where there are others now, it was changed. */
  characters: z.int(),
  sentences: z.array(Place),
  reviews: z.array(z.object({ place: Place, annotator: z.string(), judgement: Judgement, at: z.string() })),
})

export type Document = z.infer<typeof Document>

/** The file, line by line. */
export function* assayFile(corpus: Corpus, vocabulary: Vocabulary): Generator<string> {
  yield `${JSON.stringify(headOf(corpus, vocabulary))}\n`
  for (const article of corpus.articles) yield `${JSON.stringify(documentOf(article))}\n`
}

function headOf({ codebook, annotators }: Corpus, vocabulary: Vocabulary): Head {
  return {
    assay: 'brat',
    labels: codebook.labels.map(label => ({ brat: vocabulary.labels.get(label.id) ?? label.id, label })),
    attributes: codebook.attributes.map(attribute => {
      const { type = attribute.id, values = [] } = vocabulary.attributes.get(attribute.id) ?? {}
      return { brat: type, attribute, values: [...values] }
    }),
    annotators: annotators.map(annotator => ({
      brat: vocabulary.annotators.get(annotator.id) ?? annotator.id,
      annotator,
    })),
  }
}

function documentOf({ article, text, sentences, reviews }: AnnotatedArticle): Document {
  const { codePoints, toCodePoints } = offsetMap(text)
  const place = ({ start, end }: Range): [number, number] => [toCodePoints(start), toCodePoints(end)]
  const { title, source, author, url, published, language } = article
  return {
    file: documentName(article),
    ...{ title, source, author, url, published, language },
    characters: codePoints,
    sentences: sentences.map(place),
    reviews: reviews.map(one => ({
      place: place(one),
      annotator: one.annotator,
      judgement: one.judgement,
      at: one.at,
    })),
  }
}
