import type { AnnotatedArticle } from '../corpus.ts'
import { factsOf, quoteOf, webAddress } from './annotation-facts.ts'
import { type Block, heading, isolated, paragraph, type Run } from './block.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type Mark, markedText, marksOf, type Piece } from './marked-text.ts'
import type { Legend } from './report.ts'
import { languageOf, titleOf } from './words.ts'

/** An article on paper: metadata, its text with tags where annotations end, then a list of them by number. */
export function* articleBlocks(one: AnnotatedArticle, number: number, legend: Legend): Generator<Block> {
  const { article, text } = one
  const known = languageOf(article)
  const language = known === undefined ? {} : { language: known }
  yield heading(2, titleOf(article), { anchor: `a${number}`, ...language })
  const { source, author, published, url } = article
  const facts = [published, source, author].filter(Boolean).map(isolated).join(' · ')
  if (facts) yield paragraph('entry', [{ text: facts, soft: true }])
  const address = webAddress(url)
  if (url) yield paragraph('entry', [address ? { text: url, link: address } : { text: url, soft: true }])
  const marks = marksOf(one)
  const coverage = coverageOf(one)
  for (const pieces of markedText(one, marks)) {
    yield paragraph(
      'text',
      pieces.flatMap(piece => runsOf(piece, text, coverage, legend)),
      language,
    )
  }
  if (marks.length > 0) yield heading(3, 'Annotations')
  for (const mark of marks) yield entryOf(mark, text, legend)
}

function runsOf(piece: Piece, text: string, coverage: Coverage, legend: Legend): Run[] {
  switch (piece.kind) {
    case 'text': {
      const { start, end } = piece.range
      const lines = piece.tracks.map(mark => mark && labelOf(mark, legend).colour)
      return [{ text: text.slice(start, end), ...(lines.length > 0 ? { lines } : {}) }]
    }
    case 'tag': {
      const { name, colour } = labelOf(piece.mark, legend)
      return [{ text: `${name} ${piece.mark.number}`, colour, tag: true }]
    }
    case 'sentence end': {
      const said = new Set([...coverage.values()].map(standings => standings[piece.index]))
      const signs = `${said.has('read') ? ' +' : ''}${said.has('cannot-judge') ? ' ?' : ''}`
      return signs ? [{ text: signs, soft: true, strong: true }] : []
    }
  }
}

function entryOf(mark: Mark, text: string, legend: Legend): Block {
  const { annotation } = mark
  const { name, colour } = labelOf(mark, legend)
  const by = legend.names.get(annotation.annotator) ?? annotation.annotator
  const facts = factsOf(text, annotation, legend.codebook.attributes).flatMap(
    ({ name, value, url }): Run[] => [
      { text: `\n${name}: `, soft: true },
      { text: value, ...(url ? { link: url } : {}) },
    ],
  )
  const runs: Run[] = [
    { text: `${name} ${mark.number}`, strong: true, colour },
    { text: ` · ${isolated(by)}  ` },
    { text: isolated(quoteOf(text, annotation, 90)), emphasis: true, soft: true },
    ...facts,
    ...(annotation.note ? [{ text: `\n${annotation.note}` }] : []),
  ]
  return paragraph('entry', runs, { edge: colour })
}

const labelOf = ({ annotation }: Mark, { labels }: Legend) =>
  labels.get(annotation.label) ?? { name: annotation.label, colour: 'grey' as const }
