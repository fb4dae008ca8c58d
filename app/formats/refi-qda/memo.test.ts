import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/texts.ts'
import { type Field, readMemo, writeMemo } from './memo.ts'

const field: fc.Arbitrary<Field> = fc.tuple(
  fc.constantFrom('Verdict', 'Place of Verdict', '-', 'a b'),
  fc.oneof(anyText, fc.constantFrom('', 'a\n\n  b\n', '--- Assay ---', '\nx: y', ' lead')),
)
const prose = fc.oneof(
  anyText,
  fc.constantFrom('a\n', '\n\n', '--- Assay ---\nKey: x', 'x\n--- Assay ---\n\n'),
)

test('any prose and fields come back', () => {
  fc.assert(
    fc.property(fc.record({ prose, fields: fc.array(field, { maxLength: 4 }) }), memo => {
      // A CR at the end of a line is taken for half of a CRLF of another program.
      fc.pre(!JSON.stringify(memo).includes('\\r'))
      expect(readMemo(writeMemo(memo))).toEqual(memo)
    }),
  )
})

test('a note alone is written as it is; attributes stand below a line of their own', () => {
  expect(writeMemo({ prose: 'A note.', fields: [] })).toBe('A note.')
  expect(
    writeMemo({
      prose: 'A note.',
      fields: [
        ['Verdict', 'refuted'],
        ['Reason', 'two\nlines'],
      ],
    }),
  ).toBe('A note.\n\n--- Assay ---\nVerdict: refuted\nReason: two\n  lines')
})

test('the text of another program is prose, without the blank space around it', () => {
  expect(readMemo('\n    Verdict: refuted\n  ')).toEqual({ prose: 'Verdict: refuted', fields: [] })
})

test('a memo of ours comes back from programs that write CRLF and cut blanks', () => {
  expect(
    readMemo('A note.\r\n\r\n--- Assay ---\r\nVerdict: refuted\r\nReason: two\r\n\r\n  lines\r\nKey:'),
  ).toEqual({
    prose: 'A note.',
    fields: [
      ['Verdict', 'refuted'],
      ['Reason', 'two\n\nlines'],
      ['Key', ''],
    ],
  })
})
