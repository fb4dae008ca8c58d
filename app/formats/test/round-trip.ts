/** What a corpus is after a format has written and read it, and what it has to be: the same, less what is lost. */

import { annotatorNames } from '../../model/annotator.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import type { Format, GivenFile, WriteOptions } from '../format.ts'
import type { Loss } from '../losses.ts'
import type { ReadAnnotator, ReadArticle, ReadCorpus } from '../read-corpus.ts'

export const OPTIONS: WriteOptions = {
  raw: true,
  partition: false,
  at: '2026-11-25T00:00:00.000Z',
  version: '0.1.0',
}

/** The files that a format writes, whole. */
export async function filesOf(format: Format, corpus: Corpus, options = OPTIONS): Promise<GivenFile[]> {
  if (!format.write) throw new Error(`${format.id} does not write.`)
  const files: GivenFile[] = []
  for await (const { path, content } of format.write(corpus, options)) {
    const pieces: Uint8Array[] = []
    for await (const piece of content) {
      pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : Uint8Array.from(piece))
    }
    files.push(givenFile(path, joined(pieces)))
  }
  return files
}

/** A file as a reader gets it. */
export const givenFile = (path: string, content: Uint8Array | string): GivenFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { path, bytes, text: () => new TextDecoder().decode(bytes) }
}

/** The text of a file that a format writes, by its path; of a format of one file, of that file. */
export async function textOf(
  format: Format,
  corpus: Corpus,
  path?: string,
  options = OPTIONS,
): Promise<string> {
  const files = await filesOf(format, corpus, options)
  const file = path === undefined ? files[0] : files.find(one => one.path === path)
  if (!file) throw new Error(`No ${path} among ${files.map(one => one.path).join(', ')}.`)
  return file.text()
}

/** The corpus after the format has written and read it, to be compared with `expected`. */
export async function roundTrip(format: Format, corpus: Corpus, options = OPTIONS): Promise<Comparable[]> {
  if (!format.read) throw new Error(`${format.id} does not read.`)
  const files = await filesOf(format, corpus, options)
  if (!format.read.recognises(files)) throw new Error(`${format.id} does not know its own files.`)
  const read = await format.read.read(files)
  return less(fromRead(read, corpus), format.losses)
}

/** What `roundTrip` has to come to. */
export const expected = (format: Format, corpus: Corpus): Comparable[] =>
  less(
    [...corpus.articles].map(article => fromCorpus(article, corpus)),
    format.losses,
  )

interface Comparable {
  text: string
  metadata: Readonly<Record<string, string>>
  sentences: readonly Range[] | null
  annotations: object[]
  reviews: object[]
}

function fromCorpus(one: AnnotatedArticle, { annotators }: Corpus): Comparable {
  const names = annotatorNames(annotators)
  const { title, source, author, url, published, language } = one.article
  return {
    text: one.text,
    metadata: { title, source, author, url, published, language },
    sentences: one.sentences.map(rangeOf),
    annotations: one.annotations.map(({ article: _, codebook: __, annotator, ...annotation }) => ({
      ...annotation,
      annotator: names.get(annotator),
    })),
    reviews: one.reviews.map(({ article: _, annotator, ...review }) => ({
      ...review,
      annotator: names.get(annotator),
    })),
  }
}

function fromRead(read: ReadCorpus, { codebook, annotators }: Corpus): Comparable[] {
  const names = annotatorNames(annotators)
  const who = ({ annotator, annotatorId }: { [K in keyof ReadAnnotator]: ReadAnnotator[K] | undefined }) => {
    const known = annotators.find(one => one.id === annotatorId)
    return known ? names.get(known.id) : annotator
  }
  const label = (given: string) => idOf(codebook.labels, given, read.labels)
  const attribute = (given: string) => idOf(codebook.attributes, given, read.attributes)
  return Array.from(read.articles, (one: ReadArticle) => ({
    text: one.text,
    metadata: one.metadata as Readonly<Record<string, string>>,
    sentences: one.sentences?.map(rangeOf) ?? null,
    annotations: (one.annotations ?? []).map(({ annotator, annotatorId, ...annotation }) => ({
      ...{ note: '', ...annotation, label: label(annotation.label) },
      annotator: who({ annotator, annotatorId }),
      attributes: renamed(annotation.attributes ?? {}, attribute),
      mentions: renamed(annotation.mentions ?? {}, attribute),
    })),
    reviews: (one.reviews ?? []).map(({ annotator, annotatorId, ...review }) => ({
      ...{ judgement: 'read', ...review },
      annotator: who({ annotator, annotatorId }),
    })),
  }))
}

/** The id in the codebook of what a file names by id or name, itself or through what the file says of it. */
function idOf(
  ours: Codebook['labels'] | Codebook['attributes'],
  given: string,
  theirs: readonly { readonly id: string; readonly name: string }[],
): string {
  const names = [given, theirs.find(one => one.id === given)?.name]
  return ours.find(one => names.includes(one.id) || names.includes(one.name))?.id ?? `unknown: ${given}`
}

const renamed = <V>(record: Readonly<Record<string, V>>, name: (key: string) => string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]))

const rangeOf = ({ start, end }: Range): Range => ({ start, end })

/** Takes out what the losses name, and brings the rest into one order. */
function less(articles: readonly Comparable[], losses: readonly Loss[]): Comparable[] {
  const lost = new Set<Loss>(losses)
  return articles
    .map(article => ({
      text: textLess(article, lost),
      metadata: metadataLess(article.metadata, lost),
      sentences: lost.has('sentences') ? null : article.sentences,
      annotations: inOneOrder(article.annotations.map(annotation => recordLess(annotation, lost))),
      reviews: lost.has('reviews') ? [] : inOneOrder(article.reviews.map(review => recordLess(review, lost))),
    }))
    .filter(article => !lost.has('articles') && (!lost.has('unlabelled') || article.annotations.length > 0))
}

function textLess({ text, sentences }: Comparable, lost: ReadonlySet<Loss>): string {
  const plain = lost.has('control characters') ? withoutControls(text) : text
  if (!lost.has('blank space')) return plain
  let spaced = ''
  let last = 0
  for (const { start, end } of sentences ?? []) {
    spaced += ' '.repeat(start - last) + plain.slice(start, end)
    last = end
  }
  return spaced.trimEnd()
}

function metadataLess(metadata: Comparable['metadata'], lost: ReadonlySet<Loss>): Comparable['metadata'] {
  const kept = Object.entries(metadata).filter(
    ([key, value]) => value !== '' && !lost.has(key === 'title' ? 'titles' : 'metadata'),
  )
  return Object.fromEntries(kept.map(([key, value]) => [key, cleaned(value, lost)]))
}

const FIELDS: Readonly<Record<string, Loss>> = {
  id: 'ids',
  annotator: 'annotators',
  attributes: 'attributes',
  mentions: 'mentions',
  note: 'notes',
  created: 'times',
  updated: 'times',
  at: 'times',
}

function recordLess(record: object, lost: ReadonlySet<Loss>): object {
  const kept = Object.entries(record).filter(([key]) => {
    const loss = FIELDS[key]
    return loss === undefined || !lost.has(loss)
  })
  return Object.fromEntries(kept.map(([key, value]) => [key, cleaned(value, lost)]))
}

/** A value as a file of UTF-8 gives it back, and as one without control characters does. */
function cleaned<V>(value: V, lost: ReadonlySet<Loss>): V {
  if (typeof value === 'string') {
    const formed = value.toWellFormed()
    return (lost.has('control characters') ? withoutControls(formed) : formed) as V & string
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, lost)])) as V
}

/** What XML 1.0 cannot hold becomes U+FFFD. */
export const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')

/** Sorted, with the fields of each in order, and what has become the same once. */
function inOneOrder(records: readonly object[]): object[] {
  const sorted = (value: object): object =>
    Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, typeof one === 'object' && one !== null ? sorted(one) : one] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  const texts = new Set(records.map(record => JSON.stringify(sorted(record))))
  return [...texts].sort().map(text => JSON.parse(text))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
