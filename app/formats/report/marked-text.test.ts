import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCorpus, claimsIn } from '../test/corpora.ts'
import { markedText, marksOf, type Piece, TRACKS } from './marked-text.ts'

const [one] = claimsIn('One two three. Four.\nFive.', []).articles
const marked = (text: string, ranges: readonly (readonly [number, number])[]) => {
  const [article] = claimsIn(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  ).articles
  if (!article) throw new Error('There is no article.')
  return [...markedText(article, marksOf(article))].map(pieces => pieces.map(piece => shown(piece, text)))
}

/** As `text{1,2}` with the annotations on it, `[1]` for a tag, `|` for the end of a sentence. */
function shown(piece: Piece, text: string): string {
  if (piece.kind === 'tag') return `[${piece.mark.number}]`
  if (piece.kind === 'sentence end') return '|'
  const { start, end } = piece.range
  const numbers = piece.tracks.map(mark => mark?.number ?? '-').join(',')
  return `${text.slice(start, end)}${numbers ? `{${numbers}}` : ''}`
}

test('a paragraph without annotations is its sentences', () => {
  expect(one && [...markedText(one, [])].map(pieces => pieces.length)).toEqual([4, 2])
})

test('overlapping annotations each keep their line, and end with their tag', () => {
  expect(
    marked('One two three.', [
      [0, 7],
      [4, 13],
    ]),
  ).toEqual([['One {1}', 'two{1,2}', '[1]', ' three{-,2}', '[2]', '.', '|']])
})

test('a line that is free again is used again', () => {
  expect(
    marked('One two three.', [
      [0, 3],
      [4, 7],
    ]),
  ).toEqual([['One{1}', '[1]', ' ', 'two{2}', '[2]', ' three.', '|']])
})

test('an annotation across paragraphs has its line in each and one tag', () => {
  expect(marked('One.\nTwo.', [[1, 7]])).toEqual([
    ['O', 'ne.{1}', '|'],
    ['Tw{1}', '[1]', 'o.', '|'],
  ])
})

test('an annotation of the blank between paragraphs has a tag too', () => {
  expect(marked('One.\n\nTwo.', [[4, 6]])).toEqual([
    ['One.', '|', '[1]'],
    ['Two.', '|'],
  ])
})

test('more annotations than lines still have tags', () => {
  const [paragraph = []] = marked(
    'One two three four.',
    Array.from({ length: TRACKS + 2 }, (_, index) => [index, 18]),
  )
  expect(paragraph.filter(piece => /^\[\d+\]$/.test(piece))).toHaveLength(TRACKS + 2)
  expect(paragraph.some(piece => piece.includes(`{1,2,3,4,5,${TRACKS}}`))).toBe(true)
})

test('of every article all text of sentences is there in order, and every annotation has one tag', () => {
  fc.assert(
    fc.property(anyCorpus, ({ articles }) => {
      for (const article of articles) {
        const pieces = [...markedText(article, marksOf(article))].flat()
        const ranges = pieces.flatMap(piece => (piece.kind === 'text' ? [piece.range] : []))
        for (const { start, end } of article.sentences) {
          const within = ranges.map(range =>
            article.text.slice(Math.max(start, range.start), Math.min(end, range.end)),
          )
          expect(within.join('')).toBe(article.text.slice(start, end))
        }
        const tags = pieces.flatMap(piece => (piece.kind === 'tag' ? [piece.mark.number] : []))
        expect(tags.toSorted((a, b) => a - b)).toEqual(article.annotations.map((_, index) => index + 1))
        for (const piece of pieces)
          if (piece.kind === 'text')
            for (const mark of piece.tracks)
              if (mark) {
                expect(mark.annotation.start).toBeLessThanOrEqual(piece.range.start)
                expect(mark.annotation.end).toBeGreaterThanOrEqual(piece.range.end)
              }
      }
    }),
  )
})

test('ten thousand annotations across one long text cost little more than their number', () => {
  const text = `${'word '.repeat(20_000)}.`
  const [article] = claimsIn(
    text,
    Array.from({ length: 10_000 }, (_, index) => ({ start: index, end: text.length - index })),
  ).articles
  const pieces = article ? [...markedText(article, marksOf(article))].flat() : []
  expect(pieces.length).toBeLessThan(40_000)
})
