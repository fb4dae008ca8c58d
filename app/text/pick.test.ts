import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extended, neighbour, type Pick, pickedRange, toWholeWords, wordAtEdge } from './pick.ts'

const TEXT = 'She said: “Taxes won’t rise” 🇺🇦 today. He left.'

const shown = (pick: Pick, text = TEXT) => text.slice(pickedRange(pick).start, pickedRange(pick).end)

function pickOf(piece: string, text = TEXT): Pick {
  const anchor = text.indexOf(piece)
  return { anchor, focus: anchor + piece.length }
}

describe('by words', () => {
  test('a pick grows and shrinks by whole words', () => {
    let pick = pickOf('Taxes')
    pick = extended(TEXT, pick, 1, 'word', 'en')
    expect(shown(pick)).toBe('Taxes won’t')
    pick = extended(TEXT, pick, 1, 'word', 'en')
    expect(shown(pick)).toBe('Taxes won’t rise')
    pick = extended(TEXT, pick, -1, 'word', 'en')
    expect(shown(pick)).toBe('Taxes won’t')
  })

  test('a pick turns round its beginning', () => {
    const pick = extended(TEXT, pickOf('Taxes'), -1, 'word', 'en')
    expect(pickedRange(pick).end).toBe(TEXT.indexOf('Taxes'))
    expect(shown(pick)).toBe('said: “')
  })

  test('the word before and after, the first and the last of a sentence', () => {
    const taxes = pickedRange(pickOf('Taxes'))
    const word = (range?: { start: number; end: number }) => range && TEXT.slice(range.start, range.end)
    expect(word(neighbour(TEXT, taxes, 1, 'en'))).toBe('won’t')
    expect(word(neighbour(TEXT, taxes, -1, 'en'))).toBe('said')
    const first = { start: 0, end: TEXT.indexOf(' He') }
    expect(word(wordAtEdge(TEXT, first, 1, 'en'))).toBe('She')
    expect(word(wordAtEdge(TEXT, first, -1, 'en'))).toBe('today')
  })

  test('what was dragged over is widened to words, without blanks at its edges', () => {
    const start = TEXT.indexOf('axes')
    const range = toWholeWords(TEXT, { start, end: TEXT.indexOf('ise') }, 'en')
    expect(range && TEXT.slice(range.start, range.end)).toBe('Taxes won’t rise')
    expect(toWholeWords(TEXT, { start: 3, end: 4 }, 'en')).toBeUndefined()
    const sentence = { start: 0, end: TEXT.indexOf(' He') + 1 }
    expect(toWholeWords(TEXT, sentence, 'en')).toEqual({ start: 0, end: sentence.end - 1 })
  })
})

test('by characters, what people see as one is never divided', () => {
  const flag = pickOf('rise” ')
  expect(shown(extended(TEXT, flag, 1, 'character', 'en'))).toBe('rise” 🇺🇦')
})

test('a pick is never empty, stays in the text, and its beginning stays', () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom(1 as const, -1 as const),
      fc.constantFrom('word' as const, 'character' as const),
    ),
  )
  fc.assert(
    fc.property(texts, fc.nat(), steps, (text, at, moves) => {
      const anchor = at % text.length
      let pick: Pick = { anchor, focus: anchor + 1 }
      for (const [step, unit] of moves) {
        pick = extended(text, pick, step, unit, '')
        expect(pick.anchor).toBe(anchor)
        expect(pick.focus).not.toBe(anchor)
        expect(pick.focus).toBeGreaterThanOrEqual(0)
        expect(pick.focus).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
