/** Units for the values of an attribute, which are comparable only where the annotators gave the same label. */
import { type Attribute, BETWEEN_CHOICES } from '../model/attribute.ts'
import type { LabelId } from '../model/ids.ts'
import { judgedSentences } from './judged-sentences.ts'
import { byDistance, type Difference, interval, nominal, ordinal } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import { type CodedArticle, latest, type Unit, type UnitTable } from './units.ts'

/** How values differ: only that they do, by their order, as numbers, or as sets. */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'sets'

/** The scale of an attribute; null where values are free words, which agreement says nothing of. */
export function scaleOf({ type }: Attribute): Scale | null {
  switch (type) {
    case 'choice':
    case 'yes-no':
    case 'date':
    case 'name':
      return 'nominal'
    case 'number':
      return 'interval'
    case 'choices':
      return 'sets'
    case 'text':
    case 'long-text':
    case 'url':
    case 'status-history':
      return null
  }
}

/**
 * The values of an attribute. Each sentence gives a unit for each label that two coders or more gave it: of
 * those who gave the label the value, of the others nothing. An attribute left empty is missing data. Of
 * several annotations with one label in one sentence the first counts.
 *
 * @returns with the choices of the codebook as first categories, in their order
 */
export function attributeUnits(articles: Iterable<CodedArticle>, attribute: Attribute): UnitTable<string> {
  const indices = new Map(choicesOf(attribute).map((choice, index) => [choice, index]))
  const units: Unit[] = []
  let coders = 0
  for (const { article, sentences, layers } of articles) {
    coders = Math.max(coders, layers.length)
    const judged = layers.map(layer => judgedSentences(sentences, layer.annotations, layer.reviews))
    for (const sentence of sentences.keys()) {
      const given = judged.map(coder => coder[sentence] ?? null)
      for (const label of labelsOf(
        given.flatMap(one => one?.annotations ?? []),
        attribute,
      )) {
        const values = given.map(one => {
          const value = one?.annotations.find(annotation => annotation.label === label)?.attributes[
            attribute.id
          ]
          if (value === undefined) return null
          if (!indices.has(value)) indices.set(value, indices.size)
          return indices.get(value) ?? null
        })
        if (values.filter(value => value !== null).length < 2) continue
        const those = given.filter((_, coder) => values[coder] !== null)
        units.push({ article, sentence, values, at: latest(those) })
      }
    }
  }
  return { coders, categories: [...indices.keys()], units }
}

/** The difference of the values for Krippendorff's alpha. `ordinal` takes categories in their order. */
export function differenceOf(scale: Scale, categories: readonly string[]): Difference {
  switch (scale) {
    case 'nominal':
      return nominal
    case 'ordinal':
      return ordinal
    case 'interval':
      return interval(categories.map(Number))
    case 'sets':
      return byDistance(
        categories.map(category => category.split(BETWEEN_CHOICES)),
        masiDistance,
      )
  }
}

function choicesOf({ type, choices }: Attribute): readonly string[] {
  if (type === 'choice') return choices
  return type === 'yes-no' ? ['yes', 'no'] : []
}

/** The labels of annotations that bear the attribute, each once. */
function labelsOf(annotations: readonly { readonly label: LabelId }[], { labels }: Attribute): Set<LabelId> {
  const all = new Set(annotations.map(annotation => annotation.label))
  return labels.length === 0 ? all : new Set(labels.filter(label => all.has(label)))
}
