import { describe, expect, test } from 'vitest'
import { brat } from './brat.ts'
import type { GivenFile } from './format.ts'
import type { ReadArticle } from './read-corpus.ts'
import { claimsIn, corpusOf } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, givenFile, roundTrip, textOf } from './test/round-trip.ts'

const RAIN = 'rain-77e3e0be-a2e3-8b28-9500-6b960000001c'

describe('what brat reads', () => {
  test('an annotation is a text-bound line, with its attributes and notes below', async () => {
    expect(await textOf(brat, markedArticle(), `${RAIN}.ann`)).toBe(
      [
        'T1\tCausal_claim 0 12\tRain 😀 fell.',
        'A1\tAnnotator T1 Anna_(0000a1)',
        '#1\tAnnotatorNotes T1\tTwo lines; a_b',
        '#2\tAssay T1\t{"id":"01900000-0000-7000-8000-000000000000","created":"2026-11-24T12:00:00.000Z","updated":"2026-11-24T12:00:00.000Z","attributes":{"attributed-to":"Ms. Oakes"},"mentions":{"attributed-to":[14,16]},"note":"Two\\nlines; a_b"}',
        'T2\tClaim 5 12;14 16\t😀 fell. It',
        'A2\tAnnotator T2 Anna_(0000a1)',
        '#3\tAssay T2\t{"id":"01900000-0000-7000-8000-000000000001","created":"2026-11-24T12:00:00.000Z","updated":"2026-11-24T12:00:00.000Z"}',
        'T3\tClaim 8 10\tel',
        'A3\tAnnotator T3 Anna_(0000a1)',
        '#4\tAssay T3\t{"id":"01900000-0000-7000-8000-000000000002","created":"2026-11-24T12:00:00.000Z","updated":"2026-11-24T12:00:00.000Z"}',
        '',
      ].join('\n'),
    )
    expect(await textOf(brat, markedArticle(), `${RAIN}.txt`)).toBe('Rain 😀 fell.\n\nIt will stop.')
  })

  test('labels stand in their hierarchy, the retired marked as unused; choices have safe names', async () => {
    expect(await textOf(brat, markedArticle(), 'annotation.conf')).toBe(`[entities]
Fact
Claim
	Causal_claim
!so_to_say

[relations]

[events]

[attributes]
Annotator	Arg:<ENTITY>, Value:Anna_(0000a1)|Борис_"B"_O’Neil|Anna_(0000a3)
Verdict	Arg:Claim|Causal_claim, Value:supported|not_enough_evidence|a=b;_c
Testable	Arg:<ENTITY>, Value:yes|no
`)
  })

  test('names for people, colours and keys have their own files', async () => {
    const visual = await textOf(brat, markedArticle(), 'visual.conf')
    expect(visual).toContain('\nso_to_say | Яскраво, “so to say” <&>\n')
    expect(visual).toContain('\nFact\tfgColor:black, bgColor:#6cb9ee, borderColor:darken\n')
    expect(await textOf(brat, markedArticle(), 'kb_shortcuts.conf')).toBe('f\tFact\nc\tClaim\n')
  })

  test('no line of an annotation holds what ends a line for Python', async () => {
    const text = 'a\u2028b\u0085c\vd\fe\x1cf\n\ng'
    const [, ann = ''] = (await filesOf(brat, claimsIn(text, [{ start: 0, end: text.length }])))
      .filter(({ path }) => /\.(?:txt|ann)$/.test(path))
      .map(file => file.text())
    expect(ann.split('\n')[0]).toBe('T1\tClaim 0 1;2 3;4 5;6 7;8 9;10 11;13 14\ta b c d e f g')
  })

  test('an annotation of blanks alone gets the next character that can be read, or the last one', async () => {
    const corpus = claimsIn('One. \n Two😀 \n', [
      { start: 4, end: 6 },
      { start: 12, end: 13 },
    ])
    const ann = (await filesOf(brat, corpus)).find(({ path }) => path.endsWith('.ann'))?.text()
    expect(ann?.match(/^T.*/gm)).toEqual(['T1\tClaim 7 8\tT', 'T2\tClaim 10 11\t😀'])
    expect((await roundTrip(brat, corpus))[0]?.annotations).toMatchObject([
      { start: 12, end: 13 },
      { start: 4, end: 6 },
    ])
  })

  test('an article without annotations has an empty file, for without one brat does not show it', async () => {
    const files = await filesOf(brat, claimsIn('One.', []))
    expect(files.find(({ path }) => path.endsWith('.ann'))?.text()).toBe('')
    expect(brat.read?.recognises(files)).toBe(true)
  })

  test('the name of a file is safe on every system', async () => {
    const [article] = claimsIn('One.', []).articles
    if (!article) throw new Error('There is one article.')
    const titled = { ...article, article: { ...article.article, title: '../CON: “Ärger”\0 <b>?*' } }
    const { id } = article.article
    expect((await filesOf(brat, corpusOf([titled]))).map(({ path }) => path)).toEqual([
      ...['annotation.conf', 'visual.conf', 'kb_shortcuts.conf'],
      ...[`con-arger-b-${id}.txt`, `con-arger-b-${id}.ann`, 'assay.conf'],
    ])
  })
})

describe('what was changed in brat', () => {
  /** Anna's three claims, after these lines of the annotations were replaced. */
  const changed = async (changes: Readonly<Record<string, string>>) => {
    const files = (await filesOf(brat, markedArticle())).map(file => {
      if (!file.path.endsWith('.ann')) return file
      return givenFile(
        file.path,
        Object.entries(changes).reduce((text, [before, after]) => text.replace(before, after), file.text()),
      )
    })
    const [article] = articlesOf(files)
    return article?.annotations ?? []
  }

  test('a note that was rewritten takes the place of the one kept beside it', async () => {
    expect((await changed({ 'T1\tTwo lines; a_b': 'T1\tOther' }))[0]).toMatchObject({ note: 'Other' })
    expect((await changed({ '#1\tAnnotatorNotes T1\tTwo lines; a_b\n': '' }))[0]).toMatchObject({ note: '' })
  })

  test('a label, a value and an annotator that were chosen there count', async () => {
    const [first] = await changed({
      'T1\tCausal_claim': 'T1\tFact',
      'A1\tAnnotator T1 Anna_(0000a1)':
        'A1\tAnnotator T1 Борис_"B"_O’Neil\nA9\tVerdict T1 not_enough_evidence',
    })
    expect(first).toMatchObject({
      label: 'fact',
      annotator: 'Борис "B" O’Neil',
      attributes: { verdict: 'not enough evidence', 'attributed-to': 'Ms. Oakes' },
    })
  })

  test('an annotation that was added has no annotator, id or time', async () => {
    const added = (await changed({ 'T3\t': 'T9\tClaim 17 21\twill\nT3\t' }))[2]
    expect(added).toEqual({
      ...{ start: 18, end: 22, label: 'claim', attributes: {}, mentions: {}, note: '' },
    })
  })

  test('sentences and reviews are left out where the text is another one', async () => {
    const files = (await filesOf(brat, markedArticle())).map(file =>
      file.path.endsWith('.txt') ? givenFile(file.path, `${file.text()} More.`) : file,
    )
    expect(articlesOf(files)[0]).toMatchObject({ metadata: { title: 'Rain' } })
    expect(articlesOf(files)[0]).not.toHaveProperty('sentences')
    expect(articlesOf(files)[0]).not.toHaveProperty('reviews')
  })
})

describe('collections of brat', () => {
  /** The example of brat's manual of the format, with a label that was configured and one that was not. */
  const MANUAL = [
    givenFile(
      'news/annotation.conf',
      `[entities]
!Agent
\tPerson
\tOrganization
Country
# a comment
---
[relations]
Origin\tArg1:Organization, Arg2:Country
[events]
MERGE-ORG\tOrg1:Organization, Org2:Organization
[attributes]
Negation\tArg:<EVENT>
Confidence\tArg:<ENTITY>, Value:high|low
`,
    ),
    givenFile(
      'news/visual.conf',
      '[labels]\nOrganization | Organisation | Org\n[drawing]\nPerson\tbgColor:#90d0f0\n',
    ),
    givenFile('news/kb_shortcuts.conf', 'P\tPerson\n'),
    givenFile(
      'news/sony.txt',
      'Sony announces a joint venture with Ericsson. No office in North and South America, or Sweden.\n',
    ),
    givenFile(
      'news/sony.ann',
      `T1\tOrganization 0 4\tSony
T2\tMERGE-ORG 17 30\tjoint venture
T3\tOrganization 36 44\tEricsson
E1\tMERGE-ORG:T2 Org1:T1 Org2:T3
T4\tCountry 87 93\tSweden
R1\tOrigin Arg1:T3 Arg2:T4
T5\tLocation 59 64;75 82\tNorth America
*\tEquiv T1 T3
A1\tNegation E1
A2\tConfidence T4 low
A3\tNegation R1
N1\tReference T1 Wikipedia:174640\tSony
#1\tAnnotatorNotes T1\tthis annotation is suspect
#2\tAnnotatorNotes R1\tof a relation
#3\tNormalization T1\tnot a note of a person
`,
    ),
    givenFile('news/untouched.txt', 'Nothing here.'),
  ]

  test('come in with labels, attributes and notes; an event is its trigger; relations are left out', () => {
    expect(brat.read?.recognises(MANUAL)).toBe(true)
    const [article, untouched] = articlesOf(MANUAL)
    expect(article?.metadata).toEqual({ title: 'sony' })
    expect(article?.annotations).toEqual(
      [
        { start: 0, end: 4, label: 'Organization', note: 'this annotation is suspect' },
        { start: 17, end: 30, label: 'MERGE-ORG', attributes: { Negation: 'yes' } },
        { start: 36, end: 44, label: 'Organization' },
        { start: 87, end: 93, label: 'Country', attributes: { Confidence: 'low' } },
        { start: 59, end: 82, label: 'Location' },
      ].map(one => ({ attributes: {}, mentions: {}, note: '', ...one })),
    )
    expect(untouched).toEqual({ text: 'Nothing here.', metadata: { title: 'untouched' }, annotations: [] })
  })

  test('come in with hierarchy, names, colours, keys and values', () => {
    const read = brat.read?.read(MANUAL)
    expect(read).toMatchObject({
      labels: [
        { id: 'Agent', name: 'Agent', retired: true },
        { id: 'Person', parent: 'Agent', key: 'p', colour: 'sky' },
        { id: 'Organization', name: 'Organisation', parent: 'Agent' },
        { id: 'Country', name: 'Country' },
        { id: 'MERGE-ORG' },
      ],
      attributes: [
        { id: 'Negation', type: 'yes-no' },
        { id: 'Confidence', type: 'choice', choices: ['high', 'low'] },
      ],
    })
  })

  test('each collection is known by its own assay.conf', async () => {
    const inFolder = (folder: string, files: readonly GivenFile[]) =>
      files.map(({ path, bytes }) => givenFile(`${folder}/${path}`, bytes))
    const files = [...inFolder('a/b', await filesOf(brat, markedArticle())), ...MANUAL]
    expect(articlesOf(files).map(({ annotations = [] }) => annotations[0]?.label)).toEqual([
      ...['causal-claim', 'Organization', undefined],
    ])
  })

  const counted = (text: string, ...lines: string[]) =>
    articlesOf([givenFile('a.txt', text), givenFile('a.ann', lines.join('\r\n'))])[0]

  test('offsets count carriage returns and a byte order mark, as brat does', () => {
    const article = counted('\ufeffOne.\r\n😀 Two.', 'T1\tA 7 13\t😀 Two.', 'T2\tA 1 5\tOne.')
    expect(article?.text).toBe('\ufeffOne.\r\n😀 Two.')
    expect(article?.annotations).toMatchObject([
      { start: 7, end: 14 },
      { start: 1, end: 5 },
    ])
  })

  test.each([
    ['the byte order mark or the carriage return does not count', 'T1\tA 6 12\t😀 Two.'],
    ['neither counts', 'T1\tA 5 11\t😀 Two.'],
    ['UTF-16 units count', 'T1\tA 7 14\t😀 Two.'],
  ])('the text beside them tells other ways to count: %s', (_, line) => {
    const article = counted('\ufeffOne.\r\n😀 Two.', line)
    const [{ start, end } = { start: 0, end: 0 }] = article?.annotations ?? []
    expect(article?.text.slice(start, end)).toBe('😀 Two.')
  })

  test('blanks may differ in the text beside the offsets, as other programs write it', () => {
    expect(counted('One\ntwo', 'T1\tA 0 7\tOne two')?.annotations).toMatchObject([{ start: 0, end: 7 }])
    expect(counted('One\ntwo', 'T1\tA 0 7')?.annotations).toMatchObject([{ start: 0, end: 7 }])
  })

  test.each([
    ['T1\tA 0 3\tTwo', /a\.ann, line 1, says “Two”, and a\.txt has “One” there/],
    ['T1\tA 0 99\tOne', /a\.ann, line 1, has an annotation from 0 to 99/],
    ['T1\tA 3 3', /a\.ann, line 1, has an annotation from 3 to 3/],
    ['T1\tA 0 3\tOne\nT1\tA 0 3\tOne', /line 2, is the second one with the id T1/],
    ['T1\tA 0-3\tOne', /line 1, should have a type and offsets/],
    ['T1\tA 0 3\tOne\nA1\tNegation', /line 2, should say which attribute/],
    ['T1\tA 0 3\tOne\n#1\tAnnotatorNotes', /line 2, should say what kind of note/],
    ['T1\tA 0 3\tOne\n#1\tAssay T1\t{"id":', /line 2, is no JSON/],
    ['T1\tA 0 3\tOne\n#1\tAssay T1\t{"range":[0,400]}', /line 1, has an annotation from 0 to 400/],
    ['T1\tA 0 3\tOne\nT2 A 0 3 One', /line 2, is none of T, A, M/],
  ])('a broken line is named: %j', (ann, sentence) => {
    const files = [givenFile('a.txt', 'One\n'), givenFile('a.ann', ann)]
    expect(() => articlesOf(files)).toThrow(sentence)
  })

  test('a broken assay.conf is named with its line', async () => {
    const files = await filesOf(brat, markedArticle())
    const broken = (change: (text: string) => string) =>
      files.map(file => (file.path === 'assay.conf' ? givenFile(file.path, change(file.text())) : file))
    expect(() => articlesOf(broken(text => text.replace('{"file"', '{"files"')))).toThrow(
      /assay\.conf, line 2,/,
    )
    expect(() => articlesOf(broken(text => text.replace('[14,27]]', '[14,28]]')))).toThrow(
      /assay\.conf, line 2,/,
    )
    expect(() => articlesOf(broken(() => '{"assay":"other"}'))).toThrow(/assay\.conf, line 1,/)
  })

  test('names that objects have of themselves are names like others', () => {
    const article = counted('One', 'T1\t__proto__ 0 3\tOne', 'A1\t__proto__ T1 constructor')
    expect(article?.annotations?.[0]?.label).toBe('__proto__')
    expect(Object.entries(article?.annotations?.[0]?.attributes ?? {})).toEqual([
      ['__proto__', 'constructor'],
    ])
  })

  test.each([
    ['texts alone', ['a.txt', 'One']],
    ['annotations alone', ['a.ann', 'T1\tA 0 3\tOne']],
    ['a text and annotations of other names', ['a.txt', 'One', 'b.ann', 'T1\tA 0 3\tOne']],
    ['annotations of another program', ['a.txt', 'One', 'a.ann', '<annotations>']],
  ])('%s are no collection', (_, [path = '', text = '', other, standoff = '']) => {
    const files = [givenFile(path, text), ...(other ? [givenFile(other, standoff)] : [])]
    expect(brat.read?.recognises(files)).toBe(false)
  })
})

function articlesOf(files: readonly GivenFile[]): ReadArticle[] {
  const read = brat.read?.read(files)
  if (!read || read instanceof Promise) throw new Error('brat is read at once.')
  return [...read.articles]
}
