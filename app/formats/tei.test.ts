import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AttributeId } from '../model/ids.ts'
import { tei } from './tei.ts'
import { anyCorpus, claimsIn, corpusOf } from './test/corpora.ts'
import { textOf, withoutControls } from './test/round-trip.ts'
import { childrenOf, type ReadElement, readXml, textWithin } from './xml.ts'

const written = async (text: string, ...ranges: (readonly [number, number])[]) =>
  textOf(
    tei,
    claimsIn(
      text,
      ranges.map(([start, end]) => ({ start, end })),
    ),
  )

/** All elements of a name, in order. */
const all = (element: ReadElement, name: string): ReadElement[] =>
  childrenOf(element).flatMap(child => [...(child.name === name ? [child] : []), ...all(child, name)])

test('a text is in paragraphs and sentences, and the body holds nothing but the text', async () => {
  const xml = await written('One. Two.\n\nThree.')
  expect(xml).toMatch(
    /<p><s xml:id="s-[0-9a-f-]{36}-1">One\.<\/s> <s xml:id="s-[0-9a-f-]{36}-2">Two\.<\/s>&#10;&#10;<\/p><p><s xml:id="s-[0-9a-f-]{36}-3">Three\.<\/s><\/p><\/body>/,
  )
  const [body] = all(readXml(xml, 'corpus.xml'), 'body')
  expect(body && textWithin(body)).toBe('One. Two.\n\nThree.')
})

test('an annotation points at code points of the body, across sentences and over others', async () => {
  const xml = await written('😀 One. Two.', [3, 12], [8, 12])
  const targets = all(readXml(xml, 'corpus.xml'), 'annotation').map(({ attributes }) => attributes.target)
  expect(targets.map(target => target?.replace(/body-[0-9a-f-]{36}/, 'BODY'))).toEqual([
    '#string-range(BODY,2,9)',
    '#string-range(BODY,7,4)',
  ])
})

test('an annotation says which label, by whom and when', async () => {
  const [annotation] = all(readXml(await written('One.', [0, 4]), 'corpus.xml'), 'annotation')
  expect(annotation?.attributes).toMatchObject({
    'xml:id': 'annotation-01900000-0000-7000-8000-000000000000',
    motivation: 'classifying',
    ana: '#label-2',
    resp: '#annotator-1',
  })
  expect(annotation && all(annotation, 'change').map(({ attributes }) => attributes)).toEqual([
    { status: 'created', when: '2026-11-24T00:00:00.000Z', who: '#annotator-1' },
    { status: 'modified', when: '2026-11-24T00:00:00.000Z', who: '#annotator-1' },
  ])
})

test('labels are categories, those that are a kind of another within it', async () => {
  const [taxonomy] = all(readXml(await written('One.'), 'corpus.xml'), 'taxonomy')
  const tree = (element: ReadElement): unknown =>
    childrenOf(element, 'category').map(one => [one.attributes.n, tree(one)])
  expect(taxonomy && tree(taxonomy)).toEqual([
    ['fact', []],
    ['claim', [['causal-claim', []]]],
    ['яскраво', []],
  ])
})

test('an attribute is a feature that points to where its value is mentioned', async () => {
  const [article] = claimsIn('Oakes said: it rains.', [{ start: 12, end: 21 }]).articles
  const [one] = article?.annotations ?? []
  if (!article || !one) throw new Error('no annotation')
  const id = AttributeId.parse('attributed-to')
  const annotated = { ...one, attributes: { [id]: 'Oakes' }, mentions: { [id]: { start: 0, end: 5 } } }
  const root = readXml(await textOf(tei, corpusOf([{ ...article, annotations: [annotated] }])), 'corpus.xml')
  const [fs] = all(root, 'fs')
  expect(fs?.attributes['xml:id']).toBe('attributes-01900000-0000-7000-8000-000000000000')
  const [feature] = all(root, 'f')
  expect(feature?.attributes.name).toBe('attributed-to')
  expect(feature?.attributes.corresp).toMatch(/^#string-range\(body-[0-9a-f-]{36},0,5\)$/)
  expect(feature && textWithin(feature)).toBe('Oakes')
})

test('a text without annotations has no empty list of them', async () => {
  expect(await written('One.')).not.toContain('standOff')
})

test('every pointer finds the text of its annotation, and every reference what it names', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      const root = readXml(await textOf(tei, corpus), 'corpus.xml')
      const texts = childrenOf(root, 'TEI')
      const ids = new Set<string | undefined>()
      const collect = (element: ReadElement): void => {
        const id = element.attributes['xml:id']
        expect(id === undefined || !ids.has(id)).toBe(true)
        ids.add(id)
        childrenOf(element).forEach(collect)
      }
      collect(root)
      for (const [index, { text, annotations }] of [...corpus.articles].entries()) {
        const element = texts[index]
        const [body] = element ? all(element, 'body') : []
        if (!element || !body) throw new Error('no text')
        expect(textWithin(body)).toBe(withoutControls(text))
        const points = [...textWithin(body)]
        const found = all(element, 'annotation')
          .filter(({ attributes }) => attributes.motivation === 'classifying')
          .map(({ attributes }) => {
            const [, id, from, length] =
              /^#string-range\((.+),(\d+),(\d+)\)$/.exec(attributes.target ?? '') ?? []
            expect(id).toBe(body.attributes['xml:id'])
            return points.slice(Number(from), Number(from) + Number(length)).join('')
          })
        expect(found).toEqual(annotations.map(({ start, end }) => withoutControls(text.slice(start, end))))
        for (const { attributes } of all(element, 'ptr')) expect(ids).toContain(attributes.target?.slice(1))
      }
    }),
    { numRuns: 30 },
  )
})

test('text from outside is no markup', async () => {
  const xml = await written('</s><script>x</script> &amp;')
  expect(xml).not.toContain('<script')
  const [body] = all(readXml(xml, 'corpus.xml'), 'body')
  expect(body && textWithin(body)).toBe('</s><script>x</script> &amp;')
})
