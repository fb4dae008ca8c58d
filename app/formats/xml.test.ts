import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { childrenOf, element, holdable, readXml, rowsOf, textWithin, xmlDocument } from './xml.ts'

test('any text comes back from an attribute and from content, apart from what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const written = [
        ...xmlDocument(
          element('a:r', { 'xmlns:a': 'u', k: one, n: 3 }, [
            element('t', {}, other),
            element('empty', { k: one }),
          ]),
        ),
      ]
      const root = readXml(written.join(''), 'test.xml')
      expect(root).toMatchObject({ name: 'r', uri: 'u', attributes: { k: holdable(one), n: '3' } })
      expect(textWithin(root)).toBe(holdable(other))
      expect(childrenOf(root, 'empty')[0]?.attributes).toEqual({ k: holdable(one) })
    }),
  )
})

test('lazy children are written one by one', () => {
  const pieces = [...xmlDocument(element('r', {}, [element('list', {}, () => [element('a'), element('b')])]))]
  expect(pieces.join('').replaceAll('\n', '')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><r><list><a/><b/></list></r>',
  )
  expect(pieces).toContain('<a/>')
})

test('what is not well-formed is refused with its line, and so are entities that could grow', () => {
  expect(() => readXml('<a>\n<b></a>', 'x.xml')).toThrow(/x\.xml is no well-formed XML \(line 2/)
  expect(() => readXml('<!DOCTYPE a [<!ENTITY e "ee">]><a>&e;</a>', 'x.xml')).toThrow('no well-formed XML')
  expect(() => readXml('<a>'.repeat(600), 'x.xml')).toThrow('nested too deeply')
})

test('rows are empty elements of numbers, as the builder writes them', () => {
  const rows = rowsOf(
    's:t',
    ['id', 'begin'],
    [
      [1, 0],
      [2, 5],
    ],
  )
  expect([...xmlDocument(element('r', { 'xmlns:s': 'u' }, [rows, element('a')]))].join('')).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<r xmlns:s="u">
<s:t id="1" begin="0"/>
<s:t id="2" begin="5"/>
<a/>
</r>
`,
  )
})

test('elements of one name are written with the attributes that each has', () => {
  const children = [
    element('a', { b: 1, c: undefined }),
    element('a', { c: '<"&\u0001\'>', b: true }),
    element('a', { b: 'x\n' }),
    element('a'),
  ]
  expect([...xmlDocument(element('r', {}, () => children))].join('').split('\n').slice(2, -2)).toEqual([
    '<a b="1"/>',
    `<a c="&lt;&quot;&amp;\ufffd'&gt;" b="true"/>`,
    '<a b="x&#10;"/>',
    '<a/>',
  ])
})
