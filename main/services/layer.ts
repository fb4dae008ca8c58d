import type { Saved, Services } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AttributeValues } from '#app/model/annotation'
import { attributeProblem } from '#app/model/codebook'
import type { AnnotationId, ArticleId, LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { applyToLayer, type Layer, review, tag, untag } from '#app/model/layer'
import type { Action, Edit } from '#app/model/record'
import type { Range } from '#app/text/range'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type LayerCalls = 'layer.tag' | 'layer.untag' | 'layer.remove' | 'layer.review' | 'layer.annotate'

export function layerServices(application: Application): Pick<Services, LayerCalls> {
  /** Writes what `edits` makes of the person's own layer where it overlaps these ranges, as one change. */
  async function change(
    article: ArticleId,
    action: Action,
    ranges: readonly Range[],
    edits: (layer: Layer, store: Store) => Edit[],
  ): Promise<Saved> {
    const saved = await application.whenFree((store, by) => {
      assertWithin(store, article, ranges)
      const layer = layerAt(store, article, by, spanOf(ranges))
      const written = store.write({ by, action, edits: edits(layer, store) })
      return {
        seq: written?.seq ?? null,
        progress: store.progress.get(article, by),
      }
    })
    if (saved.seq !== null) application.changed([article])
    return saved
  }

  /** The range of an annotation; none where it is gone. */
  function rangesOf(id: AnnotationId): Range[] {
    const annotation = application.store.tables.annotation.get(id)
    return annotation ? [annotation] : []
  }

  return {
    'layer.tag': ({ article, label, ranges }) =>
      change(article, 'tag', ranges, (layer, store) => tagAll(layer, store, label, ranges)),
    'layer.untag': ({ article, label, ranges }) =>
      change(article, 'untag', ranges, (layer, store) => {
        const one = label === null ? undefined : labelWithId(store, label)
        return ranges.flatMap(range => untag(layer, range, one))
      }),
    'layer.remove': ({ article, annotation: id }) =>
      change(article, 'untag', rangesOf(id), layer =>
        layer.annotations.some(one => one.id === id) ? [{ kind: 'annotation', id, after: null }] : [],
      ),
    'layer.review': ({ article, judgement, ranges }) =>
      change(article, 'review', ranges, layer =>
        ranges.flatMap(range => review(layer, range, judgement, now())),
      ),
    'layer.annotate': ({ article, annotation: id, ...said }) =>
      change(article, 'annotate', rangesOf(id), (layer, store) => {
        const annotation = layer.annotations.find(one => one.id === id)
        if (!annotation)
          throw new Refusal('not-found', 'This annotation is no longer there. Tag the sentence again.')
        assertAttributes(store, annotation.label, newValues(annotation.attributes, said.attributes))
        // Under a label that was merged it stays under that one: what it counts as is told apart from what was given.
        const given = store.tables.annotation.get(id) ?? annotation
        return [{ kind: 'annotation', id, after: { ...given, ...said, updated: now() } }]
      }),
  }
}

/** One annotator's layer as the store has it. */
export function layerOf(store: Store, article: ArticleId, annotator: Layer['annotator']): Layer {
  return {
    article,
    annotator,
    annotations: store.tables.annotation.ofLayer(article, annotator),
    reviews: store.tables.review.ofLayer(article, annotator),
  }
}

/** Throws a refusal where a range is not of the article's text, or the article is not there. */
function assertWithin(store: Store, article: ArticleId, ranges: readonly Range[]): void {
  const length = store.tables.article.length(article) ?? 0
  if (ranges.some(({ start, end }) => start >= end || end > length))
    throw new Refusal('conflict', 'The sentence is no longer as it was. Go to it again.')
}

/** What of one annotator's layer overlaps a range. */
const layerAt = (store: Store, article: ArticleId, annotator: Layer['annotator'], range: Range): Layer => ({
  ...{ article, annotator },
  annotations: store.tables.annotation.overlapping(article, annotator, range),
  reviews: store.tables.review.overlapping(article, annotator, range),
})

/** From the first to the last of some ranges. */
const spanOf = (ranges: readonly Range[]): Range => ({
  start: ranges.reduce((least, { start }) => Math.min(least, start), Number.MAX_SAFE_INTEGER),
  end: ranges.reduce((most, { end }) => Math.max(most, end), 0),
})

/** A label of the codebook. Throws a refusal that names those there are. */
export function labelWithId(store: Store, id: string): Label {
  const label = store.tables.label.get(id)
  if (label) return label
  const known = store.codebook().labels.map(one => one.id)
  throw new Refusal('not-found', `The codebook has no label “${id}”. It has ${known.join(', ')}.`)
}

/** A label of the codebook that can be given. Throws a refusal where it is retired. */
export function activeLabel(store: Store, id: string): Label {
  const label = labelWithId(store, id)
  if (!label.retired) return label
  const { name } = (label.successor && store.tables.label.get(label.successor)) ?? {}
  const instead = name === undefined ? 'Choose another label.' : `Choose “${name}”, into which it was merged.`
  throw new Refusal('conflict', `“${label.name}” is retired: nothing is tagged with it any more. ${instead}`)
}

/** Throws a refusal where an attribute is not one of the label's, or its value not of its type. */
export function assertAttributes(
  store: Store,
  label: LabelId,
  attributes: Readonly<Record<string, string>>,
): void {
  const codebook = store.codebook()
  for (const [id, value] of Object.entries(attributes)) {
    const problem = attributeProblem(codebook, label, id, value)
    if (problem) throw new Refusal('invalid-input', problem)
  }
}

/** Values that were not there before: what is there stays, whatever the codebook takes by now. */
const newValues = (before: AttributeValues, after: AttributeValues): AttributeValues =>
  Object.fromEntries(
    Object.entries(after).filter(([id, value]) =>
      Object.entries(before).every(([k, v]) => k !== id || v !== value),
    ),
  )

/** Tags ranges one after the other, so that each sees what the one before did. */
function tagAll(
  layer: Layer,
  store: Store,
  id: LabelId,
  ranges: readonly { readonly start: number; readonly end: number; readonly id: Parameters<typeof tag>[4] }[],
): Edit[] {
  const label = activeLabel(store, id)
  const codebook = store.codebook()
  let after = layer
  return ranges.flatMap(range => {
    const edits = tag(after, { start: range.start, end: range.end }, label, codebook, range.id, now())
    after = applyToLayer(after, edits)
    return edits
  })
}

const now = (): string => new Date().toISOString()
