import { describe, expect, test } from 'vitest'
import { sentencesOf } from './test-data/sentences-of.ts'

const BUDGET = `The president said on Tuesday that the government would not raise taxes
before the next election. He added that ministers had agreed on a budget
of 5 billion euros, which is more than in the year before. Critics
disagree.`

const unwrapped = (lines: string): string => lines.replaceAll('\n', ' ')

describe('one line is one paragraph', () => {
  test('a line break ends a sentence that has no stop', () => {
    expect(sentencesOf('Parliament votes\nBy Ann Lee\nThe vote is today.', 'en')).toHaveLength(3)
  })

  test('CRLF and the paragraph separator end a line like LF', () => {
    expect(sentencesOf('One\r\nTwo\u2029Three', 'en')).toEqual(['One', 'Two', 'Three'])
  })

  test('long lines that begin with small letters are paragraphs still', () => {
    expect(sentencesOf('features\ncontact manager\nevents, activities', 'en')).toHaveLength(3)
  })

  test('verses are lines', () => {
    const verses =
      "I wandered lonely as a cloud\nThat floats on high o'er vales and hills,\nWhen all at once I saw"
    expect(sentencesOf(verses, 'en')).toHaveLength(3)
  })
})

describe('a hard-wrapped text', () => {
  test('is split as if it had not been wrapped', () => {
    expect(sentencesOf(BUDGET, 'en').map(unwrapped)).toEqual(sentencesOf(unwrapped(BUDGET), 'en'))
  })

  test('keeps its headings apart', () => {
    const [heading] = sentencesOf(`Budget talks end\n${BUDGET}`, 'en')
    expect(heading).toBe('Budget talks end')
  })

  test('keeps a heading in capitals apart, however long it is', () => {
    const heading = 'BUDGET TALKS END AFTER SEVEN LONG WEEKS AS COALITION AGREES ON EVERYTHING'
    expect(sentencesOf(`${heading}\n${BUDGET}`, 'en')[0]).toBe(heading)
  })

  test('keeps paragraphs apart without a blank line between', () => {
    const sentences = sentencesOf(`${BUDGET}\n${BUDGET}`, 'en')
    expect(sentences).toHaveLength(2 * sentencesOf(BUDGET, 'en').length)
  })

  test('keeps a list apart', () => {
    const sentences = sentencesOf(`${BUDGET}\n- first point\n- second point`, 'en')
    expect(sentences.slice(-2)).toEqual(['- first point', '- second point'])
  })

  test('may break before an ordinal', () => {
    const lines = `Der Bundestag hat am Mittwoch ein Gesetz beschlossen, und bis zum
3. Mai soll der Bundesrat darüber entscheiden, wie aus Berlin zu
hören war. Die Opposition stimmte dagegen.`
    expect(sentencesOf(lines, 'de')).toHaveLength(2)
  })

  test('is recognised in a script without capitals and without blanks', () => {
    const line = '日本の首相は火曜日に次の選挙の前に増税しないと述べた上で閣僚は五十億ユーロの予算に合'
    expect(sentencesOf(`${line}\n${line}\n意した。野党は反対した。`, 'ja')).toHaveLength(2)
  })
})
