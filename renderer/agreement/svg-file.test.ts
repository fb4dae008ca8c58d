import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { ONE_CATEGORY } from '#app/agreement/agreement'
import { figureRows, tableChart } from './drawings.ts'
import { svgFile } from './svg-file.ts'

const EVIL = '<script>alert("1")</script> & \u0000\ud800'

test('a drawing stands by itself: names of others are text in it, and nothing comes from elsewhere', () => {
  const chart = tableChart({
    ...{ title: EVIL, rowsAre: EVIL, columnsAre: EVIL, rows: [EVIL], columns: [EVIL] },
    cells: [[{ text: '0.5', share: 0.5 }]],
  })
  const svg = svgFile(chart)
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('\u0000')
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|style=/)
  expect(svg).toContain('fill-opacity="0.24"')
})

test('whatever names are, the file is well formed', () => {
  const tags = (svg: string) =>
    JSON.stringify(parseDocument(svg, { xmlMode: true }).children.length) + svg.isWellFormed()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), name => {
      expect(tags(svgFile(figureRows(name, [])))).toBe(tags(svgFile(figureRows('plain', []))))
    }),
  )
})

test('a row without a figure has its name and the dash, and no dot', () => {
  const figure = { value: 0.5, n: 3, interval: { low: -0.4, high: 0.9, samples: 10 } }
  const { marks } = figureRows('By label', [
    { name: 'Fact', colour: 'blue', result: figure, said: '0.50' },
    { name: 'Pledge', colour: 'green', result: ONE_CATEGORY, said: '–' },
  ])
  expect(marks.filter(({ kind }) => kind === 'dot')).toHaveLength(1)
  expect(marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))).toEqual(
    expect.arrayContaining(['−0.4', '1.0', 'Fact', '0.50', 'Pledge', '–']),
  )
})
