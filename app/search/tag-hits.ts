/** What tagging the hits of a search means. */
import { z } from 'zod'
import type { Codebook } from '#app/model/codebook'
import type { AnnotationId, ArticleId, LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { applyToLayer, type Layer, tag } from '#app/model/layer'
import type { Edit } from '#app/model/record'
import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'

/** Whether the label goes on what was hit, or on its sentence. */
export const TagScope = z.enum(['sentence', 'hit'])
export type TagScope = z.infer<typeof TagScope>

/** What tagging hits did, or would do. */
export interface TagSum {
  /** Sentences, or hits, that get the label. */
  readonly tagged: number
  /** Those that have it already. */
  readonly already: number
  /** Of those that get it, those that lose another label to it, as both are exclusive. */
  readonly replacing: number
  /** Articles in which something gets the label. */
  readonly articles: number
  /** Whether there are more hits than can be tagged at once; these are then the first. */
  readonly capped: boolean
  /** Whether it was stopped before the end. */
  readonly stopped: boolean
}

export const NOTHING_TAGGED: TagSum = {
  tagged: 0,
  already: 0,
  replacing: 0,
  articles: 0,
  capped: false,
  stopped: false,
}

/** The labels of one annotator in one article. */
export interface BorneLabels {
  readonly article: ArticleId
  readonly annotations: readonly (Range & { readonly label: LabelId })[]
}

/** The ranges that a label goes on for hits in the text of an article: each sentence, or each hit, once, in order. */
export function rangesToTag(hits: readonly Range[], sentences: readonly Range[], scope: TagScope): Range[] {
  const ranges = hits.flatMap(hit => {
    if (scope === 'hit') return [hit]
    const { from, to } = sentencesIn(sentences, hit)
    return sentences.slice(from, to)
  })
  const distinct = new Map(ranges.map(range => [`${range.start}-${range.end}`, range]))
  return [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Tags ranges of an article one after the other, and counts. */
export function tagRanges(
  layer: Layer,
  ranges: readonly Range[],
  label: Label,
  codebook: Codebook,
  newId: () => AnnotationId,
  now: string,
): { readonly edits: Edit[]; readonly sum: TagSum } {
  const edits: Edit[] = []
  let [after, already, replacing] = [layer, 0, 0]
  for (const { start, end } of ranges) {
    const made = tag(after, { start, end }, label, codebook, newId(), now)
    if (made.length === 0) already++
    if (made.length > 1) replacing++
    edits.push(...made)
    if (made.length > 0) after = applyToLayer(after, made)
  }
  const tagged = ranges.length - already
  return { edits, sum: { ...NOTHING_TAGGED, tagged, already, replacing, articles: tagged > 0 ? 1 : 0 } }
}

/** Two counts together. */
export const plus = (a: TagSum, b: TagSum): TagSum => ({
  tagged: a.tagged + b.tagged,
  already: a.already + b.already,
  replacing: a.replacing + b.replacing,
  articles: a.articles + b.articles,
  capped: a.capped || b.capped,
  stopped: a.stopped || b.stopped,
})
