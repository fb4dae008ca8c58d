import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { claimsIn } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, givenFile } from './test/round-trip.ts'
import { cellsOf, escapeText, escapeValue, plain } from './webanno-tsv/escape.ts'
import { webannoTsv } from './webanno-tsv.ts'

const documentOf = async (corpus = markedArticle()) =>
  (await filesOf(webannoTsv, corpus)).find(file => file.path.endsWith('.tsv'))?.text() ?? ''
const read = async (content: string, path = 'a.tsv') => {
  const given = [givenFile(path, content)]
  expect(webannoTsv.read?.recognises(given)).toBe(true)
  const corpus = await webannoTsv.read?.read(given)
  return [...(corpus?.articles ?? [])]
}
/** The ranges of the annotations in a document, with their labels. */
const spans = async (content: string) =>
  (await read(content))
    .flatMap(one => one.annotations ?? [])
    .map(({ start, end, label }) => [start, end, label])

test('the header names the layers with the features that occur', async () => {
  expect((await documentOf()).split('\n').slice(0, 7)).toEqual([
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=webanno.custom.AssayArticle|title|source|language|labels',
    '#T_SP=webanno.custom.Assay|label|note|attributed_to|created|updated|annotator|annotatorId|identifier',
    '#T_SP=webanno.custom.AssayMention|attribute|annotation',
    '#T_SP=webanno.custom.AssayReview|judgement|annotator|annotatorId|at',
    '',
    '',
  ])
})

test('a line for each token, and one for each piece of a token, with the values on the first of an annotation', async () => {
  const lines = (await documentOf()).split('\n').slice(7)
  // Sentence and token, offsets, text, and of each layer the first column.
  const firstColumns = lines
    .map(line => line.split('\t'))
    .map(cells => [0, 1, 2, 3, 7, 15, 17].map(at => cells[at] ?? ''))
  expect(firstColumns.map(cells => cells.join(' ').trim())).toEqual([
    '#Text=Rain 😀 fell.',
    '#Text=',
    '#Text=',
    '1-1 0-4 Rain Rain[1] Causal claim[2] _ _',
    '1-2 5-7 😀 *[1] *[2]|Claim[4] _ _',
    '1-3 8-12 fell *[1] *[2]|*[4] _ _',
    '1-3.1 9-11 el _ Claim[5] _ _',
    '1-4 12-13 . *[1] *[2]|*[4] _ _',
    '',
    '#Text=It will stop.',
    '2-1 15-17 It _ *[4] attributed\\_to[3] cannot-judge[6]',
    '2-2 18-22 will _ _ _ *[6]',
    '2-3 23-27 stop _ _ _ *[6]',
    '2-4 27-28 . _ _ _ *[6]',
    '',
  ])
})

test('an annotation that begins or ends in blank space has a sub-token that reaches there', async () => {
  const document = await documentOf(
    claimsIn('\n\nOne two.  \n', [
      { start: 0, end: 5 },
      { start: 5, end: 6 },
      { start: 5, end: 9 },
      { start: 6, end: 13 },
    ]),
  )
  expect(
    document
      .split('\n')
      .filter(line => /^\d/.test(line))
      .map(line => line.split('\t').slice(0, 3)),
  ).toEqual([
    ['1-1', '2-5', 'One'],
    ['1-1.1', '0-5', '  One'],
    ['1-1.2', '5-6', ' '],
    ['1-2', '6-9', 'two'],
    ['1-2.1', '5-9', ' two'],
    ['1-3', '9-10', '.'],
    ['1-3.1', '9-13', '.   '],
  ])
  const [article] = await read(document)
  expect(article?.text).toBe('\n\nOne two.  \n')
  expect(article?.sentences).toEqual([{ start: 2, end: 10 }])
  expect(article?.annotations?.map(({ start, end }) => [start, end])).toEqual([
    [0, 5],
    [5, 6],
    [6, 13],
    [5, 9],
  ])
})

test('any value and any line of text comes back from its escapes', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), (text, values) => {
      expect(plain(escapeText(text))).toBe(text)
      expect(escapeText(text)).not.toMatch(/[\t\n\r]/)
      const cell = values.map((value, index) => `${escapeValue(value)}[${index}]`).join('|')
      expect(cellsOf(cell)).toEqual(values.map((value, index) => ({ value, id: String(index) })))
      expect(cell).not.toMatch(/[\t\n\r]/)
    }),
  )
})

test('what is reserved is escaped as the manual of the format says', () => {
  expect(escapeValue('a[1]|b_c->d;e\tf\ng*h\\')).toBe('a\\[1\\]\\|b\\_c\\->d\\;e\\tf\\ng\\*h\\\\')
  expect(cellsOf('PER[1]|\\*[2]|*[3]|\\\\')).toEqual([
    { value: 'PER', id: '1' },
    { value: '*', id: '2' },
    { value: null, id: '3' },
    { value: '\\', id: undefined },
  ])
  expect(cellsOf('_')).toEqual([])
})

// As in the manual of WebAnno TSV 3.3 and in the test suite of INCEpTION.
const HEAD = '#FORMAT=WebAnno TSV 3.3\n'

test('a sentence with an emoji has its offsets in UTF-16 units', async () => {
  const layer = '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n'
  const tokens =
    '1-1\t0-1\tI\t_\t\n1-2\t2-6\tlike\t_\t\n1-3\t7-9\tit\t_\t\n1-4\t10-12\t😊\t*\t\n1-5\t13-14\t.\t_\t\n'
  expect(await read(`${HEAD}${layer}#Text=I like it 😊 .\n${tokens}`, 'annotation/doc.txt/anna.tsv')).toEqual(
    [
      {
        text: 'I like it 😊 .',
        metadata: { title: '', language: '' },
        sentences: [{ start: 0, end: 14 }],
        annotations: [{ start: 10, end: 12, label: 'NamedEntity', attributes: {}, annotator: 'anna' }],
        reviews: [],
      },
    ],
  )
})

test('annotations of several tokens and stacked ones are told apart by their numbers', async () => {
  const document = `${HEAD}#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value
#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS


#Text=Ms. Haag plays
1-1\t0-3\tMs.\tNNP\tPER[1]|PERpart[2]\tSUBJ\t1-3
1-2\t4-8\tHaag\tNNP\tPER[1]\tSBJ\t1-3
1-3\t9-14\tplays\tVBD\t_\tROOT\t1-3
1-3.1\t9-13\tplay\t_\tROOT\t_\t_
1-3.2\t13-14\ts\t_\t_\t_\t_
`
  expect(await spans(document)).toEqual([
    [0, 8, 'PER'],
    [0, 3, 'PERpart'],
    [9, 13, 'ROOT'],
  ])
})

test('slots are left alone, and the features beside them are read', async () => {
  const document = `${HEAD}#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu
#T_SP=webanno.custom.Lu|luvalue
#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation


#Text=Bob auctioned
1-1\t0-3\tBob\t_\t_\t_\tbob\tpr[1]\tcoref->1-1
1-2\t4-13\tauctioned\ttransaction\tseller;goods\t1-1;1-1\t_\t_\t_
`
  expect(await spans(document)).toEqual([
    [0, 3, 'bob'],
    [4, 13, 'transaction'],
  ])
})

test('an annotation across sentences is one, and blank space between sentences that the file lacks is spaces', async () => {
  const document = `${HEAD}#T_SP=webanno.custom.Span|value


#Text=He loves
1-1\t0-2\tHe\t*[1]\t
1-2\t3-8\tloves\t*[1]\t

#Sentence.id=s2
#Text=her
#Text=not
2-1\t10-13\ther\t*[1]\t
2-2\t14-17\tnot\t_\t
`
  const [article] = await read(document)
  expect(article).toMatchObject({
    text: 'He loves  her\nnot',
    sentences: [
      { start: 0, end: 8 },
      { start: 10, end: 17 },
    ],
    annotations: [{ start: 0, end: 13, label: 'Span' }],
  })
})

test('texts of version 3.1 have the escapes of Java', async () => {
  const [article] = await read('#FORMAT=WebAnno TSV 3.1\r\n\r\n\r\n#Text=caf\\u00e9\\tau\r\n1-1\t0-7\tx\r\n')
  expect(article?.text).toBe('café\tau')
})

test('what cannot be is refused, with the file and the line', async () => {
  const head = `${HEAD}#T_SP=webanno.custom.Span|value\n\n\n#Text=One two\n`
  await expect(read(`${head}1-1\t0-3\tOne\n`)).rejects.toThrow(
    'a.tsv, line 6: this is no token with 1 columns.',
  )
  await expect(read(`${head}1-1\t0-30\tOne\t_\n`)).rejects.toThrow('a.tsv, line 6: the token lies outside')
  await expect(read(`${HEAD}\n\n1-1\t0-3\tOne\n`)).rejects.toThrow(
    'a.tsv, line 4: a token without a sentence.',
  )
  await expect(read(`${head}1-1\t999999999-9999999999\tOne\t_\n`)).rejects.toThrow(
    'line 6: the sentence does not begin',
  )
  await expect(read(`${head}1-1\t0-3\tOne\t_\n1-1.1\t0-99\tOne\tx\n`)).rejects.toThrow('from 0 to 99')
})
