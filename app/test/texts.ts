/** Texts for property tests: what breaks offsets and formats elsewhere. */
import fc from 'fast-check'

const HARD = [
  'A plain sentence.',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'שלום עולם.',
  'مرحبا؟',
  '"quoted"',
  "'single'",
  ']]>',
  '&amp;',
  '<b>',
  ',',
  ';',
  '=1+1',
  '@SUM(A1)',
  '-5',
  '+7',
  '\u200d',
  '\u2028',
  '\ud800',
  '\udc00',
  '。',
  'Dr. Smith said no. “Really?” she asked.',
]

/** A text of hard pieces and arbitrary ones. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HARD), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
  .map(pieces => pieces.join(''))

/** A text that has something to read in it. */
export const readableText: fc.Arbitrary<string> = anyText.map(text => `Word ${text}`)
