import { expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

test('a table is written so that no spreadsheet runs what stands in it, and numbers stay numbers', () => {
  expect(
    csvText([
      ['name', 'kappa'],
      ['=HYPERLINK("evil")', -0.5],
      ['a, "b"', ''],
    ]),
  ).toBe('name,kappa\r\n"\'=HYPERLINK(""evil"")",-0.5\r\n"a, ""b""",\r\n')
})
