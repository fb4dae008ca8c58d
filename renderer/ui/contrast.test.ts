import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contrast, over, type Theme, tokensOf } from './test/tokens.ts'

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** What is written on what: names of tokens. */
const SURFACES = ['paper', 'surface', 'raised', 'sunken'] as const
const LABELS = ['blue', 'green', 'orange', 'purple', 'sky', 'yellow', 'vermilion', 'grey'] as const
const PAIRS: readonly (readonly [ink: string, ground: string])[] = [
  ...SURFACES.flatMap(ground =>
    ['ink', 'ink-soft', 'accent', 'bad', 'good', ...LABELS].map(ink => [ink, ground] as const),
  ),
  ['accent-ink', 'accent'],
  ['ink', 'accent-tint'],
  ['ink-soft', 'accent-tint'],
  ['accent', 'accent-tint'],
  ['ink', 'current'],
  ['bad', 'bad-tint'],
  ['paper', 'ink'],
]

/** A label lies over the text it marks as a tint of this share; see reader.css. */
const TINT = 0.11

const THEMES: readonly (readonly [Theme, number])[] = [
  ['light', 4.5],
  ['dark', 4.5],
  ['light contrast', 7],
  ['dark contrast', 7],
]

test('the ratio is that of WCAG 2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(over('#000000', 0.5, '#ffffff')).toBe('#808080')
})

test.each(THEMES)('in the theme %s all text has a contrast of %d to 1 with what it is on', (theme, least) => {
  const tokens = tokensOf(CSS, theme)
  const poor = PAIRS.flatMap(([ink, ground]) => {
    const ratio = contrast(tokens(ink), tokens(ground))
    return ratio < least ? [`${ink} on ${ground}: ${ratio.toFixed(2)}`] : []
  })
  expect(poor).toEqual([])
})

test.each(THEMES)('in the theme %s text stays readable on the tint of a label', (theme, least) => {
  const tokens = tokensOf(CSS, theme)
  const poor = LABELS.flatMap(label => {
    const ratio = contrast(tokens('ink'), over(tokens(label), TINT, tokens('paper')))
    return ratio < least ? [`${label}: ${ratio.toFixed(2)}`] : []
  })
  expect(poor).toEqual([])
})

test.each(THEMES)(
  'in the theme %s the edges of fields, the focus and the current sentence stand out by 3 to 1',
  theme => {
    const tokens = tokensOf(CSS, theme)
    const poor = [
      ...SURFACES.flatMap(ground => ['line-strong', 'accent'].map(edge => [edge, ground] as const)),
      ['current-edge', 'paper'] as const,
    ].flatMap(([edge, ground]) => {
      const ratio = contrast(tokens(edge), tokens(ground))
      return ratio < 3 ? [`${edge} on ${ground}: ${ratio.toFixed(2)}`] : []
    })
    expect(poor).toEqual([])
  },
)
