import { expect, test } from 'vitest'
import { Annotation } from '#app/model/annotation'
import { piecesOf } from './pieces.ts'

const sentence = { start: 10, end: 30 }

const annotation = (start: number, end: number, label = 'fact') =>
  Annotation.parse({
    id: `01900000-0000-7000-8000-0000000${String(start).padStart(2, '0')}${String(end).padStart(3, '0')}`,
    article: 'ba7816bf-8f01-8fea-8141-40de5dae2223',
    annotator: '01900000-0000-7000-8000-000000000001',
    ...{ label, start, end, attributes: {}, note: '' },
    ...{ created: '2026-11-26T00:00:00.000Z', updated: '2026-11-26T00:00:00.000Z' },
  })

const shown = (...annotations: Annotation[]) =>
  piecesOf(sentence, annotations).map(({ start, end, drawn, begins }) => [
    `${start}-${end}`,
    drawn.map(({ annotation: { label }, lane }) => `${label}:${lane}`).join(' '),
    begins.map(({ label }) => label).join(' '),
  ])

test('an annotation of the whole sentence, or of more, divides nothing', () => {
  expect(shown(annotation(10, 30), annotation(0, 50))).toEqual([['0-20', '', '']])
})

test('nested annotations are on lines of their own', () => {
  expect(shown(annotation(12, 28, 'outer'), annotation(15, 20, 'inner'))).toEqual([
    ['0-2', '', ''],
    ['2-5', 'outer:0', 'outer'],
    ['5-10', 'outer:0 inner:1', 'inner'],
    ['10-18', 'outer:0', ''],
    ['18-20', '', ''],
  ])
})

test('what reaches over the edge of the sentence is drawn as far as it goes', () => {
  expect(shown(annotation(5, 14, 'before'), annotation(26, 40, 'after'))).toEqual([
    ['0-4', 'before:0', 'before'],
    ['4-16', '', ''],
    ['16-20', 'after:0', 'after'],
  ])
})

test('a line that is free again is used again', () => {
  const pieces = shown(annotation(11, 20, 'a'), annotation(15, 25, 'b'), annotation(22, 28, 'c'))
  expect(pieces.map(([, drawn]) => drawn)).toEqual(['', 'a:0', 'a:0 b:1', 'b:1', 'b:1 c:0', 'c:0', ''])
})
