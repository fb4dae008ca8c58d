import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segment } from './segment.ts'

const LANGUAGES = ['en', 'de', 'fr', 'uk', 'ja', 'zh', 'ar', 'hi', 'el', 'hy', '', 'xx-unknown']

/** Text that provokes: marks, quotes, blanks of every kind, emoji, halves of surrogate pairs, joiners. */
const PIECES = [
  '. ',
  '.',
  '...',
  ' . . . ',
  '…',
  '?',
  '! ',
  '?!',
  '。',
  '」',
  '「',
  '؟ ',
  '। ',
  '"',
  '“',
  '”',
  '«',
  '»',
  '(',
  ')',
  '[',
  ']',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\ufeff',
  '\u200b',
  '\u200d',
  '\u202b',
  '\u00ad',
  'a',
  'A',
  'The',
  'the end',
  'Mr',
  'z. B',
  'U.S',
  'No',
  '5',
  '1)',
  '1. ',
  'a) ',
  '• ',
  '- ',
  '— ',
  ':',
  ';',
  ':)',
  '://',
  'http://x.org',
  '😀',
  '👩‍👩‍👧',
  '🇺🇦',
  '👍🏽',
  '\ud83d',
  '\ude00',
  'e\u0301',
  '\u0301',
  '\ufe0f',
  'Ї',
  'ß',
  '中',
  'か',
  'ก',
  'ا',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 60,
  })
  .map(pieces => pieces.join(''))
const language = fc.constantFrom(...LANGUAGES)

describe('for any text in any language', () => {
  const check = (law: (text: string, sentences: ReturnType<typeof segment>) => void) =>
    fc.assert(
      fc.property(text, language, (someText, someLanguage) => law(someText, segment(someText, someLanguage))),
      { numRuns: 3000 },
    )

  test('sentences are in order, apart from each other and not empty', () => {
    check((_, sentences) => {
      let last = 0
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    })
  })

  test('every character that is no blank is in a sentence', () => {
    check((someText, sentences) => {
      let rest = ''
      let last = 0
      for (const { start, end } of sentences) {
        rest += someText.slice(last, start)
        last = end
      }
      expect((rest + someText.slice(last)).trim()).toBe('')
    })
  })

  test('no sentence begins or ends with a blank', () => {
    check((someText, sentences) => {
      for (const { start, end } of sentences) {
        const sentence = someText.slice(start, end)
        expect(sentence.trim()).toBe(sentence)
      }
    })
  })

  test('no sentence boundary splits a grapheme cluster', () => {
    const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
    check((someText, sentences) => {
      const starts = new Set([...clusters.segment(someText)].map(({ index }) => index))
      sentences.forEach(({ end }, number) => {
        const next = sentences[number + 1]
        if (next && next.start === end) expect(starts.has(end)).toBe(true)
      })
    })
  })

  test('the same text gives the same sentences', () => {
    fc.assert(
      fc.property(text, language, (someText, someLanguage) => {
        expect(segment(someText, someLanguage)).toEqual(segment(someText, someLanguage))
      }),
    )
  })

  test('paragraphs between blank lines do not know of each other', () => {
    const line = text.map(someText => someText.replaceAll(/[\n\r\u2028\u2029\v\f]/g, ' '))
    fc.assert(
      fc.property(line, line, language, (above, below, someLanguage) => {
        const shift = above.length + 2
        const apart = [
          ...segment(above, someLanguage),
          ...segment(below, someLanguage).map(({ start, end }) => ({
            start: start + shift,
            end: end + shift,
          })),
        ]
        expect(segment(`${above}\n\n${below}`, someLanguage)).toEqual(apart)
      }),
    )
  })
})

test('an empty or blank text has no sentences', () => {
  expect(segment('', 'en')).toEqual([])
  expect(segment(' \n\t\r\n\u3000 ', 'en')).toEqual([])
})

test('offsets are UTF-16 units', () => {
  expect(segment('😀 first. Second.', 'en')).toEqual([
    { start: 0, end: 9 },
    { start: 10, end: 17 },
  ])
})

test('a language is known by its tag, whatever the region, script or case', () => {
  const german = 'Am 3. Mai kam er. Dann ging er.'
  for (const tag of ['de', 'de-AT', 'DE', 'de-Latn-DE', 'de_CH']) expect(segment(german, tag)).toHaveLength(2)
})

test('a mark outside the Basic Multilingual Plane stays whole, with the sentence that it marks', () => {
  const text = 'Word 。\u{e0100} Next one.'
  expect(segment(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
    'Word 。\u{e0100}',
    'Next one.',
  ])
})
