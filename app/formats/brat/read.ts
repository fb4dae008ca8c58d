/** Reads collections of brat: every `.txt`, with the `.ann` beside it. */

import { type Range, sameRange } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checkRange, firstLine } from '../lines.ts'
import type { ReadAnnotation, ReadArticle, ReadCorpus } from '../read-corpus.ts'
import { alignedText } from './aligned-text.ts'
import { type Known, type KnownDocument, knownIn } from './known.ts'
import { onOneLine } from './one-line.ts'
import { configurationOf } from './read-configuration.ts'
import { type Bound, boundsIn } from './read-standoff.ts'
import { spansOf } from './spans.ts'
import { ANNOTATOR } from './vocabulary.ts'

/** Whether there is an `.ann` beside a `.txt`, and the first one with anything in it is brat's. */
export function isCollection(files: readonly GivenFile[]): boolean {
  const texts = new Set(files.filter(isText).map(stemOf))
  const pairs = files.filter(file => isStandoff(file) && texts.has(stemOf(file)))
  const filled = pairs.find(file => file.bytes.length > 0 && firstLine(file.text()) !== '')
  return pairs.length > 0 && (!filled || /^(?:[TEAMRN#]\S*|\*)\t/.test(firstLine(filled.text())))
}

/** What the files hold; a text without annotations is an article without. Refuses broken lines as they are met. */
export function corpusOf(files: readonly GivenFile[]): ReadCorpus {
  const known = knownIn(files)
  const configured = configurationOf(files)
  return {
    labels: [...known.labels, ...configured.labels.filter(({ id }) => !known.types.has(id))],
    attributes: [
      ...known.attributes,
      ...configured.attributes.filter(({ id }) => !known.types.has(id) && id !== ANNOTATOR),
    ],
    articles: articlesIn(files, known),
  }
}

function* articlesIn(files: readonly GivenFile[], known: Known): Generator<ReadArticle> {
  const standoff = new Map(files.filter(isStandoff).map(file => [stemOf(file), file]))
  for (const file of files) {
    if (isText(file)) yield articleOf(file, standoff.get(stemOf(file)), known.documentAt(stemOf(file)))
  }
}

function articleOf(
  file: GivenFile,
  standoff: GivenFile | undefined,
  known: KnownDocument | undefined,
): ReadArticle {
  const bounds = standoff ? boundsIn(standoff) : []
  const { text, length, toUtf16 } = alignedText(file, bounds)
  const range = ({ start, end }: Range, place: string): Range => {
    checkRange(start, end, length, place)
    return { start: toUtf16(start), end: toUtf16(end) }
  }
  const annotations = bounds.map(bound => annotationOf(bound, text, range, known))
  const title = stemOf(file).split('/').at(-1) ?? ''
  if (!known) return { text, metadata: { title }, annotations }
  const { sentences, reviews, characters, file: _, ...metadata } = known.document
  if (characters !== length) return { text, metadata, annotations }
  const noted = ([start, end]: readonly [number, number]) => range({ start, end }, known.place)
  return {
    text,
    metadata,
    sentences: sentences.map(noted),
    annotations,
    reviews: reviews.map(({ place, annotator, judgement, at }) => ({
      ...noted(place),
      ...known.head.annotatorWithId(annotator),
      judgement,
      at,
    })),
  }
}

type ToRange = (inFile: Range, place: string) => Range

function annotationOf(
  bound: Bound,
  text: string,
  range: ToRange,
  known: KnownDocument | undefined,
): ReadAnnotation {
  const { place, type, assay } = bound
  const named = (attribute: string, value: string) =>
    known?.head.attribute(attribute, value) ?? [attribute, value || 'yes']
  const offered = [...bound.attributes].filter(([attribute]) => attribute !== ANNOTATOR)
  const who = bound.attributes.get(ANNOTATOR)
  return {
    ...(assay.id === undefined ? {} : { id: assay.id }),
    ...rangeOf(bound, text, range),
    label: known?.head.label(type) ?? type,
    ...(who === undefined ? {} : (known?.head.annotatorNamed(who) ?? { annotator: who })),
    attributes: Object.fromEntries([
      ...Object.entries(assay.attributes ?? {}),
      ...offered.map(([attribute, value]) => named(attribute, value)),
    ]),
    mentions: Object.fromEntries(
      Object.entries(assay.mentions ?? {}).map(([id, [start, end]]) => [id, range({ start, end }, place)]),
    ),
    // What brat shows counts, where it is no longer the one line of the note kept beside it.
    note: assay.note !== undefined && onOneLine(assay.note) === bound.note ? assay.note : bound.note,
    ...(assay.created === undefined ? {} : { created: assay.created }),
    ...(assay.updated === undefined ? {} : { updated: assay.updated }),
  }
}

/** From the first span to the end of the last; with the blank space around, where the spans are still those of it. */
function rangeOf({ spans, assay, place }: Bound, text: string, range: ToRange): Range {
  const pieces = spans.map(span => range(span, place))
  const first = Math.min(...pieces.map(({ start }) => start))
  const outer = { start: first, end: Math.max(...pieces.map(({ end }) => end)) }
  if (!assay.range) return outer
  const [start, end] = assay.range
  const whole = range({ start, end }, place)
  const expected = spansOf(text, whole)
  const [from, to] = [expected[0], expected.at(-1)]
  return from && to && sameRange({ start: from.start, end: to.end }, outer) ? whole : outer
}

const isText = ({ path }: GivenFile): boolean => /\.txt$/i.test(path)
const isStandoff = ({ path }: GivenFile): boolean => /\.ann$/i.test(path)
const stemOf = ({ path }: GivenFile): string => path.replace(/\.[^./]+$/, '')
