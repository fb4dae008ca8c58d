import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Codebook } from '../../model/codebook.ts'
import { CODEBOOK } from '../test/corpora.ts'
import { givenFile } from '../test/round-trip.ts'
import { holdable } from '../xml.ts'
import { adoptCodebook } from './adopt-codebook.ts'
import type { CodebookFormat } from './codebook-format.ts'
import { html } from './html.ts'
import { codebookFormats } from './index.ts'
import { json } from './json.ts'
import { LABEL_COLOURS, nearestColour } from './label-colours.ts'
import { qdc } from './qdc.ts'
import { anyCodebook } from './test/any-codebook.ts'

const OCCASION = { project: 'News & “views” <2026>', at: '2026-11-25T00:00:00.000Z', version: '0.1.0' }

const back = (format: CodebookFormat, codebook: Codebook): Codebook => {
  const read = format.read?.(givenFile(`c.${format.extension}`, format.write(codebook, OCCASION)))
  if (!read) throw new Error(`${format.id} does not read.`)
  return adoptCodebook(read)
}

const reads = (format: CodebookFormat, text: string) =>
  format.read?.(givenFile(`c.${format.extension}`, text))

test('every codebook format has an id, a name and an ending of its own', () => {
  for (const key of ['id', 'name', 'extension'] as const)
    expect(new Set(codebookFormats.map(format => format[key])).size).toBe(codebookFormats.length)
})

describe('json', () => {
  test('any codebook comes back as it was', () => {
    fc.assert(
      fc.property(anyCodebook, codebook => {
        expect(back(json, codebook)).toEqual(codebook)
      }),
    )
  })

  test('the file says what it is, of which project, when and by what', () => {
    expect(JSON.parse(json.write(CODEBOOK, OCCASION))).toMatchObject({
      format: 'assay-codebook',
      version: 1,
      project: 'News & “views” <2026>',
      written: '2026-11-25T00:00:00.000Z',
      by: 'Assay 0.1.0',
    })
  })

  test.each([
    ['{', 'c.json is no JSON. Export the file again, whole.'],
    ['{"format":"other"}', '(format: the format is assay-codebook)'],
    ['{"labels":[],"attributes":[]}', '(labels)'],
    ['{"labels":[{"id":"a b","name":"A"}],"attributes":[]}', '(labels.0.id: letters, digits, - and _ only'],
    ['{"version":2}', 'c.json is of a newer version of Assay. Update Assay to read it.'],
  ])('%s is refused in one sentence', (text, message) => {
    expect(() => reads(json, text)).toThrow(message)
  })
})

describe('qdc', () => {
  test('any codebook comes back, in the order of its tree, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(anyCodebook, codebook => {
        expect(back(qdc, codebook)).toEqual(inTreeOrder(held(codebook)))
      }),
    )
  })

  test('labels are codes below what they are a kind of; attributes and their choices a branch of their own', () => {
    const written = qdc.write(
      {
        labels: CODEBOOK.labels.filter(one => one.id === 'claim' || one.id === 'causal-claim'),
        attributes: CODEBOOK.attributes.filter(one => one.id === 'testable'),
      },
      OCCASION,
    )
    expect(
      written.replaceAll('&#10;', '⏎').replaceAll('><', '>\n<'),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Assay 0.1.0">
<Codes>
<Code guid="09640b6b-2f18-8034-9c85-83e8cc76210d" name="Claim" isCodable="true" color="#8f5500">
<Description>--- Assay ---⏎Key: c⏎Alone on its range: yes⏎Label: claim</Description>
<Code guid="9b4a9723-df04-88f9-ba38-4fe24b267159" name="Causal claim" isCodable="true" color="#1c6a96">
<Description>--- Assay ---⏎Alone on its range: yes⏎Label: causal-claim</Description>
</Code>
</Code>
<Code guid="4bd35426-add6-8127-832d-0a4d5e470dc2" name="Attributes" isCodable="false">
<Description>What is recorded beside a label.⏎⏎--- Assay ---⏎Holds: attributes</Description>
<Code guid="8a815dee-d45f-8244-970c-4d78a71842d7" name="Testable" isCodable="false">
<Description>--- Assay ---⏎Type: yes-no⏎At first: yes⏎Attribute: testable</Description>
<Code guid="79a77899-bb99-8b10-be96-35d216a9086a" name="Testable: yes" isCodable="true"/>
<Code guid="ff0b578f-2d93-876f-994e-5653ead79f4a" name="Testable: no" isCodable="true"/>
</Code>
</Code>
</Codes>
</CodeBook>
`)
  })

  test('codes that could be confused have other names, and their GUIDs are valid and all different', () => {
    fc.assert(
      fc.property(anyCodebook, codebook => {
        const written = qdc.write(codebook, OCCASION)
        const codes = [...written.matchAll(/<Code guid="([^"]*)" name="([^"]*)" isCodable="(\w+)"/g)]
        const guids = codes.map(([, guid]) => guid)
        const names = codes.filter(([, , , codable]) => codable === 'true').map(([, , name]) => name)
        for (const guid of guids) expect(guid).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
        expect(new Set(guids).size).toBe(guids.length)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  // As QualCoder 3.8 writes it, with a byte order mark and a category.
  test('the codebook of QualCoder comes in: categories, codes, memos and colours', () => {
    const file = `\ufeff<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="QualCoder" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Codes>
<Code guid="d2f08a83-058e-4d03-a654-d57d799c8428" name="Tone" isCodable="false">
<Description>How it is &lt;said&gt;</Description>
<Code guid="2c962a88-c06c-473b-a386-1fafb4217d39" name="Angry" isCodable="true" color="#F5A9BC"/>
</Code>
<Code guid="03de27b6-a676-4599-9eb8-21a54c9c2f15" name="Other" isCodable="true" color="#00F"/>
</Codes>
</CodeBook>`
    const read = reads(qdc, file)
    expect(read && adoptCodebook(read).labels).toMatchObject([
      { id: 'Tone', name: 'Tone', definition: 'How it is <said>', parent: null, colour: 'grey', position: 0 },
      { id: 'Angry', name: 'Angry', parent: 'Tone', colour: 'purple', position: 1 },
      { id: 'Other', name: 'Other', parent: null, colour: 'blue', position: 2 },
    ])
  })

  // As Taguette 1.4 writes it: one level, paths for names, an empty Sets.
  test('the codebook of Taguette comes in', () => {
    const file = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4.1"><Codes><Code guid="0D62985D-B147-5D01-A9B5-CAE5DCD98342" name="interesting" isCodable="true"></Code><Code guid="DFE5C38E-9449-5959-A1F7-E3D895CFA87F" name="people.anna" isCodable="true"></Code></Codes><Sets></Sets></CodeBook>`
    const read = reads(qdc, file)
    expect(read && adoptCodebook(read).labels.map(({ id, name }) => [id, name])).toEqual([
      ['interesting', 'interesting'],
      ['people-anna', 'people.anna'],
    ])
  })

  test('codes of one name in several places keep apart', () => {
    const code = (guid: string, name: string, below = '') =>
      `<Code guid="${guid}" name="${name}" isCodable="true">${below}</Code>`
    const file = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code('1', 'War', code('2', 'For'))}${code('3', 'Tax', code('4', 'For'))}</Codes></CodeBook>`
    const read = reads(qdc, file)
    expect(read && adoptCodebook(read).labels.map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ['War', 'War', null],
      ['For', 'For', 'War'],
      ['Tax', 'Tax', null],
      ['for', 'For', 'Tax'],
    ])
  })

  test.each([
    ['<CodeBook>\n<Codes></CodeBook>', /c\.qdc is no well-formed XML \(line 2/],
    ['<CodeBook><Codes/></CodeBook>', /no codes of a REFI-QDA codebook/],
    ['<Project/>', /no codes of a REFI-QDA codebook/],
  ])('%j is refused', (text, message) => {
    expect(() => reads(qdc, text)).toThrow(message)
  })
})

describe('html', () => {
  test('shows labels in their hierarchy with all that is said of them, then attributes', () => {
    const page = html.write(CODEBOOK, OCCASION)
    expect(page).toContain('<h1>Codebook of News &amp; “views” &lt;2026&gt;</h1>')
    expect(page).toContain(
      '<section id="label-fact" data-colour="blue"><h3>Fact <kbd>f</kbd></h3><p class="summary">So &amp; not otherwise</p><p>Line one &lt;b&gt;.&#10;Line two, &quot;quoted&quot;.</p><dl><dt>Applies</dt><dd>Checked.</dd><dt>Does not apply</dt><dd>Hearsay.</dd><dt>Examples</dt><dd>It rained.</dd><dt>Counterexamples</dt><dd>It may rain.</dd></dl></section>',
    )
    expect(page).toContain(
      '<h3>Claim <kbd>c</kbd></h3><section id="label-causal-claim" data-colour="sky"><h4>Causal claim</h4></section></section>',
    )
    expect(page).toContain('<h3>Яскраво, “so to say” &lt;&amp;&gt; <small>retired</small></h3>')
    expect(page).toContain(
      '<section id="attribute-kinds"><h3>Kinds</h3><dl><dt>Value</dt><dd>any of the choices</dd><dt>Choices</dt><dd>numerical</dd><dd>event</dd><dd>in, fine</dd><dt>Asked where</dt><dd>Verdict is supported</dd></dl></section>',
    )
  })

  test('nothing of a codebook becomes markup, and nothing of the page comes from elsewhere', () => {
    const known = /^\/?(?:html|head|meta|title|style|body|header|main|section|h[1-6]|p|dl|dt|dd|kbd|small)$/
    fc.assert(
      fc.property(anyCodebook, codebook => {
        const [, body = ''] = html.write(codebook, OCCASION).split('</head>')
        for (const [, name = ''] of body.matchAll(/<([^\s>]*)/g)) expect(name).toMatch(known)
        // An element that is closed at once is not closed in HTML.
        expect(body).not.toContain('/>')
      }),
    )
    expect(html.write(CODEBOOK, OCCASION)).not.toMatch(/<script|src=|href=|url\(|@import/)
  })
})

describe('adopting a codebook', () => {
  const label = (id: string, more: object = {}) => ({ id, name: id, ...more })

  test('ids that are words stay; others are made of the names, and no two are the same', () => {
    const labels = ['Causal claim!', 'causal-claim', 'Причина: дощ', '???', '...', 'Ünïcode e\u0301'].map(
      id => label(id),
    )
    expect(adoptCodebook({ labels, attributes: [] }).labels.map(one => one.id)).toEqual([
      ...['causal-claim-2', 'causal-claim', 'причина-дощ', 'label', 'label-2', 'ünïcode-é'],
    ])
  })

  test('a key that is taken, or is none, goes', () => {
    const labels = [label('a', { key: 'x' }), label('b', { key: 'x' }), label('c', { key: 'F1' })]
    expect(adoptCodebook({ labels, attributes: [] }).labels.map(one => one.key)).toEqual(['x', '', ''])
  })

  test('a circle of labels is opened, and what refers to nothing refers to nothing', () => {
    const labels = [
      label('a', { parent: 'b' }),
      label('b', { parent: 'a' }),
      label('c', { parent: 'c' }),
      label('d', { parent: 'gone' }),
    ]
    const attributes = [
      { id: 'v', name: 'V', labels: ['a', 'gone'], condition: { attribute: 'gone', values: ['x'] } },
    ]
    const adopted = adoptCodebook({ labels, attributes })
    expect(adopted.labels.map(one => one.parent)).toEqual(['b', null, null, null])
    expect(adopted.attributes).toMatchObject([{ labels: ['a'], condition: null, type: 'text', position: 0 }])
  })

  test('what is too long is cut, without half a character', () => {
    const name = `${'n'.repeat(99)}😀`
    const [adopted] = adoptCodebook({
      labels: [label('a', { name, definition: 'd'.repeat(20_000), examples: [' ', 'e'] })],
      attributes: [],
    }).labels
    expect(adopted).toMatchObject({ name: 'n'.repeat(99), examples: ['e'] })
    expect(adopted?.definition).toHaveLength(10_000)
  })

  test('ten thousand labels of one name take a moment', () => {
    const labels = Array.from({ length: 10_000 }, (_, index) => ({ id: `${index} !`, name: 'One' }))
    const ids = adoptCodebook({ labels, attributes: [] }).labels.map(one => one.id)
    expect(ids.slice(0, 2)).toEqual(['one', 'one-2'])
    expect(new Set(ids).size).toBe(10_000)
  })

  test('a codebook without labels is refused', () => {
    expect(() => adoptCodebook({ labels: [], attributes: [] })).toThrow('This codebook has no labels.')
  })
})

test('a colour becomes the nearest of ours, and each of ours itself, in light and dark', () => {
  for (const [name, { light, dark }] of Object.entries(LABEL_COLOURS)) {
    expect([nearestColour(light), nearestColour(dark.toUpperCase())]).toEqual([name, name])
  }
  expect(['#f00', '#00ff00', '#FFFF00', '#808080', '#ff7f0e'].map(nearestColour)).toEqual([
    ...['vermilion', 'green', 'yellow', 'grey', 'vermilion'],
  ])
  expect(nearestColour('red')).toBeUndefined()
})

/** As XML can hold it. */
const held = (codebook: Codebook): Codebook =>
  JSON.parse(JSON.stringify(codebook), (_, value) => (typeof value === 'string' ? holdable(value) : value))

/** Labels after those that they are a kind of, with their positions so. */
function inTreeOrder({ labels, attributes }: Codebook): Codebook {
  const below = (parent: string | null): Codebook['labels'] =>
    labels.filter(one => one.parent === parent).flatMap(one => [one, ...below(one.id)])
  return { labels: below(null).map((one, position) => ({ ...one, position })), attributes }
}
