/** One article of the reading copy: its text with all that lies on it, and beside each paragraph what it says. */
import type { Codebook } from '../../model/codebook.ts'
import type { AnnotatorId, LabelId } from '../../model/ids.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import type { Figures } from '../figures.ts'
import { factsOf, quoteOf, webAddress } from '../report/annotation-facts.ts'
import { type Coverage, coverageOf } from '../report/coverage.ts'
import { type Mark, markedText, marksOf, type Piece } from '../report/marked-text.ts'
import { languageOf, titleOf } from '../report/words.ts'
import { type Html, html } from './html-writer.ts'
import { LIT } from './styles.ts'

/** What all articles of a page need to know. Classes are made of numbers, never of text from outside. */
export interface Legend {
  readonly codebook: Codebook
  /** The class and the name of each label. */
  readonly labels: ReadonlyMap<LabelId, { readonly classes: string; readonly name: string }>
  /** The class and the name of each annotator. */
  readonly annotators: ReadonlyMap<AnnotatorId, { readonly classes: string; readonly name: string }>
}

export const legendOf = (codebook: Codebook, { labels, annotators }: Figures): Legend => ({
  codebook,
  labels: new Map(
    labels.map(({ label }, index) => [
      label.id,
      { classes: `l${index} c-${label.colour}`, name: label.name },
    ]),
  ),
  annotators: new Map(annotators.map(({ id, name }, index) => [id, { classes: `by${index}`, name }])),
})

/** @param number of the article, from 1 */
export function* articleHtml(one: AnnotatedArticle, number: number, legend: Legend): Generator<Html> {
  const { article, text } = one
  const page: ArticlePage = { ...legend, text, anchor: `a${number}`, coverage: coverageOf(one) }
  const lang = languageOf(article)
  const language = lang !== undefined && html` lang="${lang}"`
  yield html`<article id="${page.anchor}" aria-labelledby="${page.anchor}-h"><header><h2 id="${page.anchor}-h" dir="auto"${language}>${titleOf(article)}</h2>${metadata(article)}</header>
`
  for (const pieces of markedText(one, marksOf(one))) {
    const notes = pieces.flatMap(piece => (piece.kind === 'tag' ? [noteHtml(piece.mark, page)] : []))
    yield html`<div class="block"><p class="text" dir="auto"${language}>${pieces.map(piece => pieceHtml(piece, page))}</p>${notes.length > 0 && html`<ol class="notes" aria-label="Annotations of this paragraph">${notes}</ol>`}</div>
`
  }
  yield html`</article>
`
}

interface ArticlePage extends Legend {
  readonly text: string
  readonly anchor: string
  readonly coverage: Coverage
}

function metadata({ source, author, published, url }: AnnotatedArticle['article']): Html | false {
  const address = webAddress(url)
  const facts = [source, author, published].filter(Boolean).map(one => html`<bdi>${one}</bdi>`)
  const link = address
    ? [html`<a href="${address}" rel="noreferrer noopener">${address}</a>`]
    : url
      ? [html`<bdi>${url}</bdi>`]
      : []
  const all = [...facts, ...link]
  return all.length > 0 && html`<p>${all.map((one, index) => [index > 0 && ' · ', one])}</p>`
}

function pieceHtml(piece: Piece, page: ArticlePage): Html | false {
  switch (piece.kind) {
    case 'text': {
      const { start, end } = piece.range
      // The first track is innermost, so that its line is next to the text.
      return piece.tracks.reduce<Html>(
        (within, mark, track) =>
          mark ? html`<span class="m t${track} ${classesOf(mark, page)}">${within}</span>` : within,
        html`${page.text.slice(start, end)}`,
      )
    }
    case 'tag': {
      const { number } = piece.mark
      return html`<a class="tag ${classesOf(piece.mark, page)}" href="#${page.anchor}n${number}" dir="auto">${labelOf(piece.mark, page)} ${number}</a>`
    }
    case 'sentence end':
      return signs(piece.index, page)
  }
}

/** What was said of a sentence beside labels, and by whom. */
function signs(sentence: number, { coverage, annotators }: ArticlePage): Html | false {
  const by = (wanted: string) =>
    [...coverage].flatMap(([id, standings]) =>
      standings[sentence] === wanted ? [annotators.get(id)?.name ?? id] : [],
    )
  const sign = (kind: string, mark: string, meaning: string, names: readonly string[]) =>
    names.length > 0 &&
    html`<span class="sign ${kind}" role="img" aria-label="${meaning}: ${names.join(', ')}" title="${meaning}: ${names.join(', ')}">${mark}</span>`
  const read = sign('read', '✓', 'Read, no label', by('read'))
  const cannot = sign('cannot', '?', 'Cannot be judged', by('cannot-judge'))
  return (read || cannot) && html`${read}${cannot}`
}

function noteHtml(mark: Mark, page: ArticlePage): Html {
  const { annotation, number } = mark
  const facts = factsOf(page.text, annotation, page.codebook.attributes)
  const by = page.annotators.get(annotation.annotator)?.name ?? annotation.annotator
  return html`<li id="${page.anchor}n${number}" class="${classesOf(mark, page)}"><span class="who" dir="auto">${labelOf(mark, page)} ${number}</span> · <bdi>${by}</bdi> <q class="quote" dir="auto">${quoteOf(page.text, annotation, 80)}</q>${
    facts.length > 0 &&
    html`<dl>${facts.map(({ name, value, url }) => html`<dt>${name}</dt><dd dir="auto">${url ? html`<a href="${url}" rel="noreferrer noopener">${value}</a>` : value}</dd>`)}</dl>`
  }${annotation.note !== '' && html`<p class="note" dir="auto">${annotation.note}</p>`}</li>`
}

const labelOf = ({ annotation }: Mark, { labels }: Legend): string =>
  labels.get(annotation.label)?.name ?? annotation.label

function classesOf({ annotation, number }: Mark, { labels, annotators }: Legend): string {
  const classes = [labels.get(annotation.label)?.classes, annotators.get(annotation.annotator)?.classes]
  return [...classes, number <= LIT && `n${number}`].filter(Boolean).join(' ')
}
