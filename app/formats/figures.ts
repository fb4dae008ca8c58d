/** A corpus in figures, as the reports show it. */

import { annotatorNames } from '../model/annotator.ts'
import type { AnnotatorId, LabelId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'
import type { Corpus } from './corpus.ts'
import { coverageOf, type Standing } from './report/coverage.ts'

export interface Figures {
  readonly articles: number
  /** Of them, those with an annotation. */
  readonly annotated: number
  readonly sentences: number
  /** Of them, those of which somebody has said something. */
  readonly decided: number
  /** UTF-16 units of all texts. */
  readonly characters: number
  readonly annotations: number
  /** Every label of the codebook, in its order. */
  readonly labels: readonly LabelFigures[]
  /** Everybody who has said something, in the order of the corpus. */
  readonly annotators: readonly AnnotatorFigures[]
  /** The days of the earliest and the latest article, as they are given; null where none is. */
  readonly published: { readonly from: string; readonly to: string } | null
}

export interface LabelFigures {
  readonly label: Label
  readonly annotations: number
  /** By annotator, as in `Figures.annotators`. */
  readonly by: readonly number[]
}

export interface AnnotatorFigures {
  readonly id: AnnotatorId
  readonly name: string
  /** Of which they have said something. */
  readonly articles: number
  readonly annotations: number
  /** Sentences by what they said of them; `open` within the articles that they touched. */
  readonly standings: Readonly<Record<Standing, number>>
}

interface Tally {
  articles: number
  annotations: number
  readonly labels: Map<LabelId, number>
  readonly standings: Record<Standing, number>
}

/** Counts a corpus in one walk of its articles. */
export function figuresOf({ codebook, annotators, articles }: Corpus): Figures {
  const sums = { articles: 0, annotated: 0, sentences: 0, decided: 0, characters: 0, annotations: 0 }
  const tallies = new Map<AnnotatorId, Tally>()
  let [from, to] = ['', '']
  for (const one of articles) {
    sums.articles++
    if (one.annotations.length > 0) sums.annotated++
    sums.sentences += one.sentences.length
    sums.characters += one.text.length
    sums.annotations += one.annotations.length
    const day = /^\d{4}-\d{2}-\d{2}/.exec(one.article.published)?.[0] ?? ''
    if (day && (!from || day < from)) from = day
    if (day > to) to = day
    const coverage = coverageOf(one)
    const standings = [...coverage.values()]
    sums.decided += one.sentences.filter((_, index) => standings.some(of => of[index] !== 'open')).length
    for (const [annotator, of] of coverage) {
      const tally = tallyOf(tallies, annotator)
      tally.articles++
      for (const standing of of) tally.standings[standing]++
    }
    for (const { annotator, label } of one.annotations) {
      const tally = tallyOf(tallies, annotator)
      tally.annotations++
      tally.labels.set(label, (tally.labels.get(label) ?? 0) + 1)
    }
  }
  const names = annotatorNames(annotators)
  const present = annotators.flatMap(({ id }) => {
    const tally = tallies.get(id)
    return tally ? [{ ...tally, id, name: names.get(id) ?? id }] : []
  })
  return {
    ...sums,
    labels: codebook.labels.map(label => {
      const by = present.map(({ labels }) => labels.get(label.id) ?? 0)
      return { label, annotations: by.reduce((sum, one) => sum + one, 0), by }
    }),
    annotators: present.map(({ labels: _, ...figures }) => figures),
    published: from ? { from, to } : null,
  }
}

function tallyOf(tallies: Map<AnnotatorId, Tally>, annotator: AnnotatorId): Tally {
  const known = tallies.get(annotator)
  if (known) return known
  const standings = { tagged: 0, read: 0, 'cannot-judge': 0, difficult: 0, open: 0 }
  const tally = { articles: 0, annotations: 0, labels: new Map(), standings }
  tallies.set(annotator, tally)
  return tally
}
