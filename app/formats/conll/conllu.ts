/**
 * CoNLL-U, version 2: all of a corpus, with annotations in the column MISC. Of the columns of grammar each is `_`.
 * The annotations of an article are numbered; `Anno3=B-Claim` and `I-Claim` are on the tokens of the third, and on
 * the first of them its particulars as `Anno3.note=…`. Offsets are code points of the article.
 */

import { annotatorNames } from '../../model/annotator.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import { sentencesIn } from '../../model/segmentation.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { onOneLine } from '../one-line.ts'
import { formOf, LONG, tokensBySentence, tokensIn } from './tokens.ts'

/**
 * @param tags of labels, by their ids
 * @param seen is given everybody who has annotated or read something
 */
export function* conlluOf(
  { codebook, annotators, articles }: Corpus,
  tags: ReadonlyMap<string, string>,
  seen: (annotator: AnnotatorId) => void,
): Generator<string> {
  const names = annotatorNames(annotators)
  const labels = new Map<string, string>(codebook.labels.map(({ id, name }) => [id, name]))
  for (const article of articles) {
    for (const { annotator } of [...article.annotations, ...article.reviews]) seen(annotator)
    yield* articleLines(article, { tags, labels, names })
  }
}

interface Names {
  /** Of labels, by their ids. */
  readonly tags: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<AnnotatorId, string>
}

function* articleLines(article: AnnotatedArticle, names: Names): Generator<string> {
  const { text, sentences } = article
  const { tokens, starts } = tokensBySentence(article)
  const { onTokens, onNone } = annotationsOn(tokens, article, names)
  const reviews = reviewsBySentence(article, names)
  const gapAfter = (index: number) =>
    text.slice(tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? text.length)
  let lines = headOf(article) + onNone
  for (const number of sentences.keys()) {
    const [first, next] = [starts[number] ?? 0, starts[number + 1] ?? 0]
    if (first === next) continue
    if (first === 0 || /\n\s*\n/.test(gapAfter(first - 1))) lines += '# newpar\n'
    lines += `# sent_id = ${article.article.id}-${number + 1}\n${(reviews.get(number) ?? []).join('')}# text = `
    for (let index = first; index < next; index++) {
      const token = tokens[index]
      if (token) lines += formOf(text, token) + (index + 1 === next || gapAfter(index) === '' ? '' : ' ')
    }
    lines += '\n'
    for (let index = first; index < next; index++) {
      const token = tokens[index]
      if (!token) continue
      const before = index === 0 ? spaces('SpacesBefore', text.slice(0, token.start)) : []
      const misc = [...before, ...spaceAfter(gapAfter(index)), ...(onTokens[index] ?? [])]
      lines += `${index - first + 1}\t${formOf(text, token)}\t_\t_\t_\t_\t_\t_\t_\t${misc.join('|') || '_'}\n`
      if (lines.length < LONG) continue
      yield lines
      lines = ''
    }
    lines += '\n'
  }
  // An article of no token has no sentence that its comments could stand before.
  if (tokens.length > 0) yield lines
}

function headOf({ article }: AnnotatedArticle): string {
  const { title, source, author, url, published, language } = article
  const given = Object.entries({ title, source, author, url, published, language })
  return `# newdoc id = ${article.id}\n${given
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `# ${key} = ${onOneLine(value)}\n`)
    .join('')}`
}

/** The entries of MISC for each token; `onNone` is the comments of annotations that stand on blank space alone. */
function annotationsOn(
  tokens: readonly Range[],
  { text, annotations }: AnnotatedArticle,
  { tags, labels, names }: Names,
): { readonly onTokens: readonly (readonly string[] | undefined)[]; readonly onNone: string } {
  const { toCodePoints } = offsetMap(text)
  const onTokens: string[][] = []
  let onNone = ''
  for (const [index, one] of annotations.entries()) {
    const key = `Anno${index + 1}`
    const particulars = entries(`${key}.`, {
      ...{ id: one.id, label: one.label, label_name: labels.get(one.label) ?? one.label },
      ...{ start: String(toCodePoints(one.start)), end: String(toCodePoints(one.end)) },
      ...{ annotator: names.get(one.annotator) ?? one.annotator, annotator_id: one.annotator },
      ...{ created: one.created, updated: one.updated, note: one.note },
    })
    const values = entries(`${key}.attributes.`, one.attributes)
    const mentions = entries(
      `${key}.mentions.`,
      Object.fromEntries(
        Object.entries(one.mentions).map(([attribute, { start, end }]) => [
          attribute,
          `${toCodePoints(start)}-${toCodePoints(end)}`,
        ]),
      ),
    )
    const all = [...particulars, ...values, ...mentions]
    const { from, to } = tokensIn(tokens, one)
    if (from === to) onNone += `# annotation = ${all.join('|')}\n`
    for (let at = from; at < to; at++) {
      const tag = `${key}=${at === from ? 'B' : 'I'}-${tags.get(one.label) ?? one.label}`
      const here = at === from ? [tag, ...all] : [tag]
      const known = onTokens[at]
      if (known) known.push(...here)
      else onTokens[at] = here
    }
  }
  return { onTokens, onNone }
}

/** The comments of reviews, by the index of the sentence. */
function reviewsBySentence(
  { text, sentences, reviews }: AnnotatedArticle,
  { names }: Names,
): ReadonlyMap<number, readonly string[]> {
  const { toCodePoints } = offsetMap(text)
  const found = new Map<number, string[]>()
  for (const one of reviews) {
    const about = entries('', {
      ...{ judgement: one.judgement, start: String(toCodePoints(one.start)) },
      ...{ end: String(toCodePoints(one.end)), annotator: names.get(one.annotator) ?? one.annotator },
      ...{ annotator_id: one.annotator, at: one.at },
    })
    const sentence = Math.min(sentencesIn(sentences, one).from, sentences.length - 1)
    const line = `# review = ${about.join('|')}\n`
    const here = found.get(sentence)
    if (here) here.push(line)
    else found.set(sentence, [line])
  }
  return found
}

const entries = (prefix: string, record: Readonly<Record<string, string>>): string[] =>
  Object.entries(record)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${prefix}${key}=${escaped(value)}`)

/** What divides the column, its lines or its entries is written as in an address: `%7C` for `|`. */
const escaped = (value: string): string =>
  value.toWellFormed().replace(/[%|=\p{Cc}\p{Z}\ufeff]/gu, encodeURIComponent)

/** One blank is what no entry says. */
function spaceAfter(gap: string): readonly string[] {
  if (gap === '') return ['SpaceAfter=No']
  return gap === ' ' ? [] : spaces('SpacesAfter', gap)
}

/** Blank space as UDPipe writes it; what UDPipe has no sign for, as everything else here. */
const spaces = (key: string, gap: string): readonly string[] =>
  gap === '' ? [] : [`${key}=${escaped(gap.replace(/[ \t\r\n]/g, sign => SIGNS[sign] ?? sign))}`]

const SIGNS: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '\r': '\\r', '\n': '\\n' }
