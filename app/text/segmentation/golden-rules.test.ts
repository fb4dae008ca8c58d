import { expect, test } from 'vitest'
import { segment } from './segment.ts'
import golden from './test-data/golden-rules.json' with { type: 'json' }

/**
 * The Golden Rules of the Pragmatic Segmenter (MIT, Kevin S. Dias), 195 cases in 17 languages. Those that we fail
 * on purpose, and why: docs/segmentation.md.
 */
const BAR = 189
const ENGLISH_BAR = 92

const passed = golden.rules.filter(({ text, language, sentences }) => {
  const found = segment(text, language).map(({ start, end }) => text.slice(start, end))
  return JSON.stringify(found) === JSON.stringify(sentences.map(sentence => sentence.trim()))
})

test(`at least ${BAR} of the ${golden.rules.length} golden rules hold`, () => {
  expect(passed.length).toBeGreaterThanOrEqual(BAR)
})

test(`at least ${ENGLISH_BAR} of the English ones hold`, () => {
  expect(passed.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(ENGLISH_BAR)
})
