import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { element, holdable, readXml, rowsOf, textWithin, xmlDocument } from './xml.ts'

test('any text comes back from an attribute and from content, apart from what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const written = [
        ...xmlDocument(element('a:r', { 'xmlns:a': 'u', k: one, n: 3 }, [element('t', {}, other)])),
      ]
      const root = readXml(written.join(''), 'test.xml')
      expect(root).toMatchObject({ name: 'r', uri: 'u', attributes: { k: holdable(one), n: '3' } })
      expect(textWithin(root)).toBe(holdable(other))
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
