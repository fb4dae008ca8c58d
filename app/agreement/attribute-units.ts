/** Units for the values of an attribute, which are comparable only where the annotators gave the same label. */
import { type Attribute, BETWEEN_CHOICES } from '../model/attribute.ts'
import type { LabelId } from '../model/ids.ts'
import { byDistance, type Difference, interval, nominal, ordinal } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import {
  Categories,
  type CodedArticle,
  collected,
  latestDay,
  type UnitCollector,
  type UnitTable,
  unitKeeper,
} from './units.ts'

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
 * several annotations with one label in one sentence the first counts. The choices of the codebook are the first
 * categories, in their order.
 */
export function attributeValues(attribute: Attribute): UnitCollector<string> {
  const categories = new Categories<string>(choicesOf(attribute))
  const { units, keep } = unitKeeper()
  let coders = 0
  return {
    add({ article, sentences, judged }) {
      coders = Math.max(coders, judged.length)
      for (const [sentence, range] of sentences.entries()) {
        const given = judged.map(coder => coder[sentence] ?? null)
        const annotations = given.flatMap(one => one?.annotations ?? [])
        for (const label of labelsOf(annotations, attribute)) {
          const values = given.map(one => {
            const bearer = one?.annotations.find(annotation => annotation.label === label)
            const value = bearer?.attributes[attribute.id]
            return value === undefined ? null : categories.indexOf(value)
          })
          if (values.filter(value => value !== null).length < 2) continue
          const those = given.filter((_, coder) => values[coder] !== null)
          keep({ article, sentence, range, values, day: latestDay(those) })
        }
      }
    },
    table: () => ({ coders, categories: categories.all, units }),
  }
}

export const attributeUnits = (articles: Iterable<CodedArticle>, attribute: Attribute): UnitTable<string> =>
  collected(attributeValues(attribute), articles)

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
