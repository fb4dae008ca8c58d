import { expect, test } from 'vitest'
import { brat } from './brat.ts'
import { LABEL_COLOURS } from './codebook/label-colours.ts'
import type { GivenFile } from './format.ts'
import { ANNA, claimsIn } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, givenFile, textOf } from './test/round-trip.ts'

const ID = '77e3e0be'

const given = (files: Readonly<Record<string, string>>): GivenFile[] =>
  Object.entries(files).map(([path, content]) => givenFile(path, content))
const corpusOf = (files: Readonly<Record<string, string>>) => {
  const all = given(files)
  expect(brat.read?.recognises(all)).toBe(true)
  return brat.read?.read(all) ?? expect.fail()
}
const read = async (files: Readonly<Record<string, string>>) => [...(await corpusOf(files)).articles]
/** The annotations of one text, as label and the words that they stand on. */
const spans = async (text: string, ann: string) =>
  (await read({ 'a.txt': text, 'a.ann': ann })).flatMap(({ text, annotations = [] }) =>
    annotations.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`),
  )
/** The text-bound lines that claims on these ranges have. */
const written = async (text: string, ...ranges: [number, number][]) => {
  const corpus = claimsIn(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
  const files = await filesOf(brat, corpus)
  const ann = files.find(file => file.path.endsWith('.ann'))?.text() ?? ''
  return ann.split('\n').filter(line => line.startsWith('T'))
}

test('an article is a text as it is, and a line for each annotation, with offsets in code points', async () => {
  const files = await filesOf(brat, markedArticle())
  expect(files.map(file => file.path.replace(/-.*\./, '.'))).toEqual([
    'annotation.conf',
    'visual.conf',
    `${ID}.txt`,
    `${ID}.ann`,
  ])
  expect(files[2]?.text()).toBe('Rain 😀 fell.\n\nIt will stop.')
  const lines = files[3]?.text().trimEnd().split('\n') ?? []
  expect(lines.map(line => line.replace(/\{.*/, '{…}'))).toEqual([
    '#1\tAssayArticle #1\t{…}',
    'T1\tCausal_claim 0 12\tRain 😀 fell.',
    '#2\tAnnotatorNotes T1\tTwo lines; a_b',
    '#3\tAssay T1\t{…}',
    'T2\tClaim 5 12;14 16\t😀 fell. It',
    '#4\tAssay T2\t{…}',
    'T3\tClaim 8 10\tel',
    '#5\tAssay T3\t{…}',
  ])
  expect(JSON.parse(lines[3]?.split('\t')[2] ?? '')).toEqual({
    id: expect.any(String),
    annotator: expect.stringMatching(/^Anna \(/),
    annotatorId: ANNA.id,
    created: '2026-11-24T12:00:00.000Z',
    updated: '2026-11-24T12:00:00.000Z',
    attributes: { 'attributed-to': 'Ms. Oakes' },
    mentions: { 'attributed-to': [14, 16] },
    note: 'Two\nlines; a_b',
  })
})

test('choices and yes or no are attributes of brat, each value a single word', async () => {
  const corpus = markedArticle()
  const [one] = corpus.articles
  const [first, ...others] = one?.annotations ?? []
  if (!one || !first) return expect.fail()
  const attributes = { verdict: 'not enough evidence', testable: 'no', amount: '3' }
  const text = (
    await filesOf(brat, {
      ...corpus,
      articles: [{ ...one, annotations: [{ ...first, attributes, mentions: {} }, ...others] }],
    })
  )
    .find(file => file.path.endsWith('.ann'))
    ?.text()
  expect(text?.match(/^A.*$/gm)).toEqual(['A1\tVerdict T1 not_enough_evidence', 'A2\tTestable T1 no'])
  expect(text).toContain('"attributes":{"amount":"3"}')
})

test('the configuration has the labels below one another, and the attributes that brat can offer', async () => {
  const conf = await textOf(brat, markedArticle(), 'annotation.conf')
  expect(conf.slice(conf.indexOf('[entities]'))).toBe(
    `[entities]
Fact
Claim
\tCausal_claim
!so_to_say

[relations]

[events]

[attributes]
Verdict\tArg:Claim|Causal_claim, Value:supported|not_enough_evidence|a_b_c
Testable\tArg:<ENTITY>, Value:yes|no
`,
  )
})

test('the names of labels are shown, black on a light colour', async () => {
  const conf = await textOf(brat, markedArticle(), 'visual.conf')
  expect(conf).toContain('\nCausal_claim | Causal claim\n')
  expect(conf).toContain('\nso_to_say | Яскраво, “so to say” <&>\n')
  expect(conf).toContain('\nClaim\tbgColor:#f0b040, fgColor:black\n')
  for (const { dark } of Object.values(LABEL_COLOURS)) expect(contrastWithBlack(dark)).toBeGreaterThan(7)
})

/** WCAG 2. */
function contrastWithBlack(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) / 0.05
}

test('an annotation over lines is in fragments, none of them blank, at whatever Python takes for the end of a line', async () => {
  expect(await written('One\n \ntwo\u2028three\vfour\x1cfive\x85six', [0, 28])).toEqual([
    'T1\tClaim 0 3;6 9;10 15;16 20;21 25;26 28\tOne two three four five si',
  ])
  expect(await written('One.\n\nTwo.', [3, 6])).toEqual(['T1\tClaim 3 4\t.'])
  expect(await written('One.\n\nTwo.', [4, 6])).toEqual([])
})

test('no line of annotations has an end of line within, as Python divides lines', async () => {
  const [file] = (await filesOf(brat, claimsIn('One\u2028two\x85three.', [{ start: 0, end: 13 }]))).filter(
    one => one.path.endsWith('.ann'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  expect(file?.text()).not.toMatch(/[\v\f\r\x1c-\x1e\x85\u2028\u2029]/)
})

/** From brat's manual, standoff format. */
const SONY = `T1\tOrganization 0 4\tSony
T2\tMERGE-ORG 14 27\tjoint venture
T3\tOrganization 33 41\tEricsson
E1\tMERGE-ORG:T2 Org1:T1 Org2:T3
T4\tCountry 75 81\tSweden
R1\tOrigin Arg1:T3 Arg2:T4
*\tEquiv T1 T3
A1\tNegation E1
A2\tConfidence E1 L1
N1\tReference T1 Wikipedia:534366\tSony
#1\tAnnotatorNotes T1\tthis annotation is suspect
M1\tSpeculation T4
`
const SONY_TEXT = 'Sony formed a joint venture with Ericsson, a company with headquarters in  Sweden.\n'

test('of a collection of brat come spans, attributes and notes; relations and the like are left out', async () => {
  const [article] = await read({ 'news/sony.txt': SONY_TEXT, 'news/sony.ann': SONY })
  expect(article?.metadata).toEqual({ title: 'sony' })
  expect(article?.annotations?.map(({ label, attributes, note }) => ({ label, attributes, note }))).toEqual([
    { label: 'Organization', attributes: {}, note: 'this annotation is suspect' },
    { label: 'MERGE-ORG', attributes: { Negation: 'yes', Confidence: 'L1' }, note: '' },
    { label: 'Organization', attributes: {}, note: '' },
    { label: 'Country', attributes: { Speculation: 'yes' }, note: '' },
  ])
})

test('a discontinuous annotation reaches from its first to its last fragment', async () => {
  expect(await spans('North and South America', 'T1\tLocation 0 5;16 23\tNorth America')).toEqual([
    'Location North and South America',
  ])
})

test('a carriage return and a byte order mark count, as they do in brat', async () => {
  expect(await spans('\ufeffOne.\r\n😀 two.\r\n', 'T1\tWord 9 12\ttwo\r\nT2\tWord 1 4\tOne\r\n')).toEqual([
    'Word two',
    'Word One',
  ])
})

test.each([
  ['no byte order mark', '\ufeffOne. Two.', 'T1\tWord 5 9\tTwo.'],
  ['no carriage returns', 'One.\r\n😀 Two.', 'T1\tWord 5 11\t😀 Two.'],
  ['a byte order mark and no carriage returns', '\ufeffOne.\r\n\r\nTwo.', 'T1\tWord 7 11\tTwo.'],
  ['UTF-16 units', '😀 One. Two.', 'T1\tWord 8 12\tTwo.'],
  ['UTF-16 units and no byte order mark', '\ufeff😀 One. Two.', 'T1\tWord 8 12\tTwo.'],
])('offsets of other programs are known by the words beside them: they count %s', async (_, text, ann) => {
  expect(await spans(text, ann)).toEqual([`Word ${ann.split('\t').at(-1)}`])
})

test('a collection of ours whose texts git has given carriage returns comes back', async () => {
  const files = (await filesOf(brat, markedArticle())).map(file =>
    file.path.endsWith('.txt') ? givenFile(file.path, file.text().replaceAll('\n', '\r\n')) : file,
  )
  const [article] = [...((await brat.read?.read(files))?.articles ?? [])]
  expect(article?.annotations?.map(({ start, end }) => [start, end])).toEqual([
    [0, 13],
    [5, 17],
    [9, 11],
  ])
  expect(article?.sentences).toEqual([
    { start: 0, end: 13 },
    { start: 15, end: 28 },
  ])
})

test('words may be followed by others after a blank, and have other blanks within', async () => {
  expect(await spans('One\ntwo', 'T1\tWord 0 7\tOne two')).toEqual(['Word One\ntwo'])
  expect(await spans('One\ntwo', 'T1\tWord 0 7')).toEqual(['Word One\ntwo'])
  expect(await spans('One two', 'T1\tWord 0 3\tOne and more')).toEqual(['Word One'])
})

test('the labels of a collection come with names, colours and who is below whom, from the folder above too', async () => {
  const corpus = await corpusOf({
    'c/annotation.conf': `[entities]\r\n# all that is\n!Thing\n\tPerson|PER\n        Body\n-----\n<ORG>=Company\n[relations]\nOrigin\tArg1:Person\n[events]\nMerge\tOrg+:Person\n[attributes]\nNegation\tArg:<EVENT>\nConfidence\tArg:Person, Value:L1|L2\n`,
    'c/visual.conf':
      '[labels]\nPerson | A person | Pers\n[drawing]\nPerson\tfgColor:black, bgColor:#ff9c66\n',
    'c/d/a.txt': 'Ann.',
    'c/d/a.ann': 'T1\tPerson 0 3\tAnn\n',
  })
  expect(corpus.labels).toEqual([
    { id: 'Thing', name: 'Thing', retired: true },
    { id: 'Person', name: 'A person', retired: false, parent: 'Thing', colour: 'vermilion' },
    { id: 'Body', name: 'Body', retired: false, parent: 'Person' },
    { id: 'Merge', name: 'Merge', retired: false },
  ])
  expect(corpus.attributes).toEqual([
    { id: 'Negation', name: 'Negation', type: 'yes-no' },
    { id: 'Confidence', name: 'Confidence', type: 'choice', choices: ['L1', 'L2'], labels: ['Person'] },
  ])
})

test('a codebook comes back whole', async () => {
  const { codebook, ...rest } = markedArticle()
  const corpus = await brat.read?.read(await filesOf(brat, { codebook, ...rest }))
  const inOrder = (ones: readonly { readonly position: number }[]) =>
    ones.map(({ position: _, ...one }) => one)
  expect(corpus?.labels).toEqual(inOrder(codebook.labels))
  expect(corpus?.attributes).toEqual(inOrder(codebook.attributes))
})

test('what was changed in brat holds: a moved annotation, another note, another value', async () => {
  const files = await filesOf(brat, markedArticle())
  const changed = files.map(({ path, text }) =>
    givenFile(
      path,
      text()
        .replace('T2\tClaim 5 12;14 16\t😀 fell. It', 'T2\tFact 14 21\tIt will')
        .replace('Two lines; a_b\n', 'Another.\nA1\tVerdict T1 a_b_c\n'),
    ),
  )
  const [article] = [...((await brat.read?.read(changed))?.articles ?? [])]
  expect(article?.annotations?.slice(0, 2)).toEqual([
    expect.objectContaining({
      note: 'Another.',
      attributes: { 'attributed-to': 'Ms. Oakes', verdict: 'a=b; c' },
    }),
    expect.objectContaining({ label: 'fact', start: 15, end: 22, annotatorId: ANNA.id }),
  ])
})

test('texts without annotations beside them are no brat', () => {
  expect(brat.read?.recognises(given({ 'a.txt': 'One.' }))).toBe(false)
  expect(brat.read?.recognises(given({ 'a.txt': 'One.', 'b.ann': '' }))).toBe(false)
  expect(brat.read?.recognises(given({ 'a.txt': 'One.', 'README.txt': 'All.', 'a.ann': '' }))).toBe(true)
})

test.each([
  ['T1 Claim 0 3', 'a.ann, line 1 is no annotation of brat'],
  ['\nT1\tClaim 0 x\tOne', 'a.ann, line 2 has no “TYPE START END”'],
  ['T1\tClaim 0 30\tOne', 'a.ann, line 1 has an annotation from 0 to 30'],
  ['T1\tClaim 0 3\tTwo', 'a.ann, line 1 quotes “Two”, and the text has “One” there'],
  // One place too early: all but the last letter is there.
  ['T1\tClaim 0 3\tOne\nT2\tClaim 4 8\tTwo.', 'a.ann, line 2 quotes “Two.”, and the text has “ Two” there'],
  ['T1\tClaim 0 3\tOne\nT1\tClaim 0 3\tOne', 'a.ann, line 2 has the id T1 for the second time'],
  ['T1\tClaim 0 3\tOne\n#1\tAssay T1\t{', 'a.ann, line 2 is no JSON'],
  ['#1\tAssayArticle #1\t{"sentences":[[0,99]]}', 'a.ann, line 1 has an annotation from 0 to 99'],
])('%j is refused with its line', async (ann, reason) => {
  await expect(read({ 'a.txt': 'One. Two.', 'a.ann': ann })).rejects.toThrow(reason)
})

test('an event that says that it is its own trigger comes to an end', async () => {
  expect(await spans('One.', 'E1\tX:E1\nA1\tNegation E1\nT1\tX 0 3\tOne')).toEqual(['X One'])
})
