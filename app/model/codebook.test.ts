import { expect, test } from 'vitest'
import shipped from '../../resources/codebook.json' with { type: 'json' }
import { attributeProblem, Codebook } from './codebook.ts'
import { LabelId } from './ids.ts'

const codebook = Codebook.parse(shipped)
const problem = (label: string, attribute: string, value: string) =>
  attributeProblem(codebook, LabelId.parse(label), attribute, value)

test('the default codebook has fact, pledge, claim and opinion, on the keys f, p, c and o', () => {
  expect(codebook.labels.map(label => [label.id, label.key])).toEqual([
    ['fact', 'f'],
    ['pledge', 'p'],
    ['claim', 'c'],
    ['opinion', 'o'],
  ])
})

test('two labels of one id are no codebook', () => {
  const [first] = codebook.labels
  expect(Codebook.safeParse({ ...codebook, labels: [first, first] }).success).toBe(false)
})

test('an attribute takes values of its type only', () => {
  expect(problem('claim', 'verdict', 'refuted')).toBeUndefined()
  expect(problem('claim', 'verdict', 'nonsense')).toContain('is one of')
  expect(problem('pledge', 'deadline', '2026-12-31')).toBeUndefined()
  expect(problem('pledge', 'deadline', 'soon')).toContain('a date')
  expect(problem('fact', 'evidence-url', 'https://example.org/a')).toBeUndefined()
  expect(problem('fact', 'evidence-url', 'javascript:alert(1)')).toContain('web address')
})

test('an attribute of one label is refused on another, an unknown one on all', () => {
  expect(problem('fact', 'verdict', 'refuted')).toContain('claim only')
  expect(problem('fact', 'colour', 'red')).toContain('no attribute')
})
