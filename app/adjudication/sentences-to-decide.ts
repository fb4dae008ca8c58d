import { bySentence } from '../agreement/judged-sentences.ts'
import type { AnnotatedArticle } from '../formats/corpus.ts'
import type { Annotation } from '../model/annotation.ts'
import { GOLD } from '../model/annotator.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Decision } from '../model/decision.ts'
import type { AnnotatorId } from '../model/ids.ts'
import type { Review } from '../model/review.ts'
import { isPerson } from '../model/second-reading.ts'
import { type Range, sameRange } from '../text/range.ts'
import { groundOf, type Stale, staleness } from './ground.ts'
import { isAnswer, labelSet, type Statement, sameLabels, statementOf } from './statement.ts'

/** An article with everybody's layers, gold among them, and what was decided. */
export interface DecidedArticle extends AnnotatedArticle {
  readonly decisions: readonly Decision[]
}

/** A sentence of which annotators have said something, or something was decided. */
export interface SentenceToDecide {
  /** Its number in the article, from 0. */
  readonly sentence: number
  readonly range: Range
  /** Of everybody who has worked in the article, in the order of ids. */
  readonly statements: readonly Statement[]
  /**
   * Whether those who answered gave the same labels. Who cannot judge gives no answer; with one answer, or none,
   * there is nobody to agree with.
   */
  readonly accord: 'disagreed' | 'agreed' | 'one-answer' | 'no-answer'
  /** Of the gold layer. */
  readonly gold: Statement & { readonly reviews: readonly Review[] }
  /** The one that counts: of this very sentence, else the latest of those that reach into it. */
  readonly decision: Decision | null
  /** All that reach into the sentence; more than one where sentences were split or joined since. */
  readonly decisions: readonly Decision[]
  /** Why the decision was made on other ground; null where it was not, or there is none. */
  readonly stale: Stale | null
  /** Digest of what stands to be decided on now. */
  readonly ground: string
}

/**
 * The sentences of an article that at least one annotator has reviewed, or that were decided, in their order. The gold
 * layer is no annotator. O(sentences × annotators + annotations), plus sorting.
 */
export function sentencesToDecide(article: DecidedArticle, codebook: Codebook): SentenceToDecide[] {
  const { sentences } = article
  const { gold, layers } = layersOf(article)
  const decisions = bySentence(sentences, article.decisions)
  return sentences.flatMap((range, sentence) => {
    const statements = layers.map(layer => layer.statement(sentence))
    const overlapping = decisions[sentence] ?? []
    const goldHere = { ...gold.statement(sentence), reviews: gold.reviews(sentence) }
    const silent = statements.every(({ says }) => says === 'not-reviewed')
    if (silent && overlapping.length === 0) return []
    const ground = groundOf(statements, codebook)
    const decision = decisionThatCounts(overlapping, range)
    return {
      ...{ sentence, range, statements, accord: accordOf(statements), gold: goldHere },
      ...{ decision, decisions: overlapping, ground },
      stale: decision && staleness(decision, range, ground, goldHere),
    }
  })
}

/** The same sentences, those first on which work is left: disagreed, decided on other ground, open; then the others. */
export const disagreedFirst = (sentences: readonly SentenceToDecide[]): SentenceToDecide[] =>
  sentences.toSorted((a, b) => urgency(a) - urgency(b) || a.sentence - b.sentence)

function urgency({ decision, stale, accord }: SentenceToDecide): number {
  if (stale) return 1
  if (decision) return 3
  return accord === 'disagreed' ? 0 : 2
}

/** Whether annotators have judged a same sentence of an article differently. As above, with less work. */
export function isDisputed(article: AnnotatedArticle): boolean {
  const { layers } = layersOf(article)
  if (layers.length < 2) return false
  return article.sentences.some(
    (_, sentence) => accordOf(layers.map(layer => layer.statement(sentence))) === 'disagreed',
  )
}

/** One annotator's layer of an article, sentence by sentence. */
function layerOf(
  id: AnnotatorId,
  sentences: readonly Range[],
  annotations: readonly Annotation[],
  reviews: readonly Review[],
) {
  const tags = bySentence(sentences, annotations)
  const words = bySentence(sentences, reviews)
  return {
    statement: (sentence: number): Statement => statementOf(id, tags[sentence] ?? [], words[sentence] ?? []),
    reviews: (sentence: number): readonly Review[] => words[sentence] ?? [],
  }
}

/** The gold layer, and those of all persons who have worked in the article, in the order of ids: nobody's second reading. */
function layersOf({ sentences, annotations, reviews }: AnnotatedArticle) {
  const tags = Map.groupBy(annotations, one => one.annotator)
  const words = Map.groupBy(reviews, one => one.annotator)
  const layer = (id: AnnotatorId) => layerOf(id, sentences, tags.get(id) ?? [], words.get(id) ?? [])
  const others = [...new Set([...tags.keys(), ...words.keys()])].filter(isPerson)
  return { gold: layer(GOLD.id), layers: others.sort().map(layer) }
}

function decisionThatCounts(decisions: readonly Decision[], range: Range): Decision | null {
  const latest = decisions.toSorted((a, b) => (a.at > b.at ? -1 : 1))
  return latest.find(one => sameRange(one, range)) ?? latest[0] ?? null
}

function accordOf(statements: readonly Statement[]): SentenceToDecide['accord'] {
  const [first, ...others] = statements.filter(isAnswer).map(({ annotations }) => labelSet(annotations))
  if (!first) return 'no-answer'
  if (others.length === 0) return 'one-answer'
  return others.every(one => sameLabels(one, first)) ? 'agreed' : 'disagreed'
}
