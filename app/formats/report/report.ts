/** The report of a corpus: title, figures, codebook, contents, then each article with what was said of it. */
import { attributesOf, type Codebook } from '../../model/codebook.ts'
import type { AnnotatorId, LabelId } from '../../model/ids.ts'
import type { Label } from '../../model/label.ts'
import type { Corpus } from '../corpus.ts'
import type { Figures } from '../figures.ts'
import type { WriteOptions } from '../format.ts'
import { articleBlocks } from './article-blocks.ts'
import { type Block, heading, isolated, paragraph, type Run } from './block.ts'
import { count, counted, percent, titleOf } from './words.ts'

/** What all articles of a report need to know. */
export interface Legend {
  readonly codebook: Codebook
  readonly labels: ReadonlyMap<LabelId, Label>
  readonly names: ReadonlyMap<AnnotatorId, string>
}

/** Walks the articles twice, for the contents and the texts; one of them is in memory at a time. */
export function* report(corpus: Corpus, figures: Figures, options: WriteOptions): Generator<Block> {
  yield* titlePage(corpus, figures, options)
  yield* figureTables(figures)
  yield* codebookBlocks(corpus.codebook)
  yield heading(1, 'Articles')
  yield paragraph('prose', [
    {
      text: 'Where an annotation ends stands its label with a number, under which it is listed after the text. ',
    },
    {
      text: 'After a sentence, + says that somebody has read it and found no label for it, and ? that it cannot be judged.',
    },
  ])
  let number = 0
  for (const { article, annotations } of corpus.articles) {
    const link = `#a${++number}`
    yield paragraph('entry', [
      { text: `${number}  `, soft: true },
      { text: isolated(titleOf(article)), link },
      { text: `  ${count(annotations.length)}`, soft: true },
    ])
  }
  const legend: Legend = {
    codebook: corpus.codebook,
    labels: new Map(corpus.codebook.labels.map(label => [label.id, label])),
    names: new Map(figures.annotators.map(({ id, name }) => [id, name])),
  }
  number = 0
  for (const one of corpus.articles) yield* articleBlocks(one, ++number, legend)
}

function* titlePage({ project }: Corpus, figures: Figures, options: WriteOptions): Generator<Block> {
  yield { kind: 'title', text: project.name }
  yield paragraph('prose', [
    { text: `${counted(figures.annotations, 'annotation')} in ${counted(figures.articles, 'article')}` },
  ])
  const soft = (text: string) => paragraph('prose', [{ text, soft: true }])
  yield soft(`Annotators: ${figures.annotators.map(one => one.name).join(', ') || 'none'}`)
  if (figures.published) yield soft(`Articles published ${figures.published.from} to ${figures.published.to}`)
  yield soft(`Report of ${options.at.slice(0, 10)}, written by Assay ${options.version}`)
}

function* figureTables(figures: Figures): Generator<Block> {
  const { labels, annotators } = figures
  yield heading(1, 'Figures')
  yield {
    kind: 'table',
    caption: 'The corpus',
    head: ['', 'Number'],
    rows: [
      ['Articles', count(figures.articles)],
      ['Articles with annotations', count(figures.annotated)],
      ['Sentences', count(figures.sentences)],
      ['Sentences that somebody has read', count(figures.decided)],
      ['Share of sentences read', percent(figures.decided, figures.sentences)],
      ['Annotations', count(figures.annotations)],
      ['Annotators', count(annotators.length)],
    ].map(cells => ({ cells })),
  }
  const most = Math.max(1, ...labels.map(one => one.annotations))
  yield {
    kind: 'table',
    caption: 'Annotations by label',
    head: ['Label', 'Annotations'],
    rows: labels.map(({ label, annotations }) => ({
      cells: [label.name, count(annotations)],
      colour: label.colour,
      bar: annotations / most,
    })),
  }
  // Each annotator is a row, as there may be many of them; a page takes few columns, so they come in groups.
  for (let from = 0; from < labels.length; from += LABELS_ACROSS) {
    const across = labels.slice(from, from + LABELS_ACROSS)
    yield {
      kind: 'table',
      caption:
        from === 0 ? 'Annotations by annotator and label' : 'Annotations by annotator and label, continued',
      head: ['Annotator', ...across.map(({ label }) => label.name)],
      rows: annotators.map(({ name }, index) => ({
        cells: [name, ...across.map(({ by }) => count(by[index] ?? 0))],
      })),
    }
  }
  yield {
    kind: 'table',
    caption: 'Coverage: sentences of the articles that each annotator has begun',
    head: ['Annotator', 'Articles', 'With a label', 'Read, no label', 'Cannot judge', 'Not read'],
    rows: annotators.map(({ name, articles, standings }) => {
      const { tagged, read, open } = standings
      return { cells: [name, ...[articles, tagged, read, standings['cannot-judge'], open].map(count)] }
    }),
  }
}

const LABELS_ACROSS = 5

function* codebookBlocks(codebook: Codebook): Generator<Block> {
  yield heading(1, 'Codebook')
  for (const label of codebook.labels) yield* labelBlocks(label, codebook)
  for (const { name, definition, choices } of codebook.attributes) {
    yield heading(3, `Attribute: ${name}`)
    if (definition) yield paragraph('prose', definition)
    if (choices.length > 0) yield paragraph('prose', fact('Choices', choices.join(' · ')))
  }
}

function* labelBlocks(label: Label, codebook: Codebook): Generator<Block> {
  const parent = codebook.labels.find(one => one.id === label.parent)
  const attributes = attributesOf(codebook, label.id).filter(one => one.labels.length > 0)
  yield heading(3, `${label.name}${label.retired ? ' (retired)' : ''}`)
  yield paragraph('entry', [
    { text: 'Drawn so', lines: [label.colour] },
    ...(label.summary ? [{ text: `  ${label.summary}`, strong: true }] : []),
  ])
  if (label.definition) yield paragraph('prose', label.definition)
  const facts: [string, string][] = [
    ['Kind of', parent?.name ?? ''],
    ['When it applies', label.inclusion],
    ['When it does not', label.exclusion],
    ['Examples', label.examples.join('\n')],
    ['No examples of it', label.counterexamples.join('\n')],
    ['Attributes of its own', attributes.map(one => one.name).join(', ')],
  ]
  for (const [name, value] of facts) if (value) yield paragraph('prose', fact(name, value))
}

const fact = (name: string, value: string): Run[] => [{ text: `${name}: `, soft: true }, { text: value }]
