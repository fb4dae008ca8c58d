import { describe, expect, test } from 'vitest'
import { attribute } from '../model/attribute.ts'
import { AttributeId } from '../model/ids.ts'
import { attributeUnits, scaleOf } from './attribute-units.ts'
import { annotation, codebook, coded, labelId, verdict } from './test/coded.ts'
import { codedArticle, exclusiveLabelUnits, labelSetUnits, oneLabelUnits } from './units.ts'

const AT = '2026-11-24T00:00:00.000Z'
const values = (...lines: string[]) => {
  const { units, categories } = exclusiveLabelUnits([coded(1, lines)], codebook)
  return units.map(unit => unit.values.map(value => (value === null ? '-' : (categories[value] ?? '.'))))
}

describe('a unit', () => {
  test('is a sentence that two coders have tagged or said to have read', () => {
    expect(values('f . c', 'f c .')).toEqual([
      ['fact', 'fact'],
      ['.', 'claim'],
      ['claim', '.'],
    ])
  })

  test('is not a sentence that one of two has not reached: that is missing, not disagreement', () => {
    expect(values('f f f', 'f - -')).toEqual([['fact', 'fact']])
  })

  test('is not a sentence that one of two cannot judge', () => {
    expect(values('f ?', '. f')).toEqual([['fact', '.']])
  })

  test('is there for two of three, and the third has no value', () => {
    expect(values('f -', 'f -', '- f')).toEqual([['fact', 'fact', '-']])
  })

  test('has "nothing to tag" where only labels were given that exclude nothing', () => {
    expect(values('v', 'f')).toEqual([['.', 'fact']])
  })

  test('says when the last of its coders judged it', () => {
    const early = coded(1, ['f'], '2026-10-31T23:00:00.000Z')
    const late = coded(1, ['f'], '2026-11-02T00:00:00.000Z')
    const both = { ...early, layers: [...late.layers, ...early.layers] }
    expect(exclusiveLabelUnits([both], codebook).units[0]?.day).toBe('2026-11-02')
  })
})

describe('an annotation', () => {
  test('belongs to every sentence that it overlaps', () => {
    const article = coded(1, ['- -', 'f f'])
    const wide = annotation(1, 0, 'f', { start: 5, end: 15 }, AT)
    const layers = [{ annotations: [wide], reviews: [] }, ...article.layers.slice(1)]
    expect(exclusiveLabelUnits([{ ...article, layers }], codebook).units.map(unit => unit.values)).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  test('that covers most of a sentence gives it its label, whatever its place', () => {
    const article = coded(1, ['-', 'c'])
    const parts = [
      annotation(1, 0, 'f', { start: 0, end: 4 }, AT),
      annotation(1, 0, 'c', { start: 4, end: 10 }, AT),
    ]
    const layers = [{ annotations: parts, reviews: [] }, ...article.layers.slice(1)]
    expect(exclusiveLabelUnits([{ ...article, layers }], codebook).units[0]?.values).toEqual([2, 2])
  })
})

test('sets hold all labels of a sentence, and the empty set is "nothing to tag"', () => {
  const { units, categories } = labelSetUnits([coded(1, ['fv . vf', 'f v fv'])])
  expect(units.map(unit => unit.values.map(value => categories[value ?? -1]?.join('+')))).toEqual([
    ['fact+vivid', 'fact'],
    ['', 'vivid'],
    ['fact+vivid', 'fact+vivid'],
  ])
})

test('one label is compared by itself, whatever stands beside it', () => {
  const { units } = oneLabelUnits([coded(1, ['fv . v -', 'v v f v'])], labelId('v'))
  expect(units.map(unit => unit.values)).toEqual([
    [1, 1],
    [0, 1],
    [1, 0],
  ])
})

describe('an attribute', () => {
  test('is compared only where coders gave the same label, and left empty is missing', () => {
    const table = attributeUnits(
      [coded(1, ['c=true c=true f c c=true', 'c=true c=false c=true c=true -'])],
      verdict,
    )
    expect(table.categories).toEqual(['true', 'false'])
    expect(table.units.map(unit => [unit.sentence, unit.values])).toEqual([
      [0, [0, 0]],
      [1, [0, 1]],
    ])
  })

  test('of free words has no scale', () => {
    expect(scaleOf(verdict)).toBe('nominal')
    const words = attribute({ id: AttributeId.parse('why'), name: 'Why', position: 1 })
    expect(scaleOf(words)).toBeNull()
  })
})

test('the layers of an article are those of the annotators asked for, in their order', () => {
  const [first, second] = coded(1, ['f', 'c']).layers
  const annotations = [...(first?.annotations ?? []), ...(second?.annotations ?? [])]
  const annotators = annotations.map(one => one.annotator)
  const article = {
    article: { ...METADATA, id: coded(1, ['f']).article, importedBy: annotators[0] ?? expect.fail() },
    text: 'A sentence',
    sentences: [{ start: 0, end: 10 }],
    annotations,
    reviews: [],
  }
  const { layers } = codedArticle(article, annotators.toReversed())
  expect(layers.map(layer => layer.annotations.map(one => one.label))).toEqual([
    [labelId('c')],
    [labelId('f')],
  ])
})

const METADATA = {
  title: '',
  source: '',
  author: '',
  url: '',
  published: '',
  language: '',
  origin: null,
  imported: AT,
}
