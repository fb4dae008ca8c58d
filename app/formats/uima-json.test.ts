import { expect, test } from 'vitest'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, givenFile } from './test/round-trip.ts'
import { uimaJson } from './uima-json.ts'

const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence'
const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'

const files = await filesOf(uimaJson, markedArticle())
const document = files.find(file => file.path.endsWith('.json'))?.text() ?? ''
const read = async (path: string, content: string) => {
  const given = [givenFile(path, content)]
  expect(uimaJson.read?.recognises(given)).toBe(true)
  const corpus = await uimaJson.read?.read(given)
  return { ...corpus, articles: [...(corpus?.articles ?? [])] }
}

test('a document has its types, its feature structures and its view, the text before all that stands in it', () => {
  const parsed = JSON.parse(document)
  expect(Object.keys(parsed)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'])
  expect(parsed['%FEATURE_STRUCTURES'].slice(0, 3)).toEqual([
    {
      ...{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text' },
      sofaString: 'Rain 😀 fell.\n\nIt will stop.',
    },
    {
      ...{ '%ID': 2, '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData' },
      ...{ '@sofa': 1, begin: 0, end: 28, documentTitle: 'Rain', language: 'en' },
      documentId: '77e3e0be-a2e3-8b28-9500-6b960000001c',
    },
    {
      ...{ '%ID': 3, '%TYPE': 'webanno.custom.AssayArticle', '@sofa': 1, begin: 0, end: 13 },
      ...{ title: 'Rain', source: 'The Courier', language: 'en' },
      labels: 'causal-claim Causal claim\nclaim Claim',
    },
  ])
  expect(parsed['%FEATURE_STRUCTURES'].slice(8, 12)).toEqual([
    { '%ID': 9, '%TYPE': SENTENCE, '@sofa': 1, begin: 0, end: 13 },
    { '%ID': 10, '%TYPE': SENTENCE, '@sofa': 1, begin: 15, end: 28 },
    { '%ID': 11, '%TYPE': TOKEN, '@sofa': 1, begin: 0, end: 4 },
    { '%ID': 12, '%TYPE': TOKEN, '@sofa': 1, begin: 5, end: 7 },
  ])
  expect(parsed['%VIEWS']).toEqual({
    _InitialView: { '%SOFA': 1, '%MEMBERS': Array.from({ length: 17 }, (_, index) => index + 2) },
  })
})

test('every type that occurs is declared, with all its features', () => {
  const { '%TYPES': types, '%FEATURE_STRUCTURES': structures } = JSON.parse(document)
  for (const { '%ID': _, '%TYPE': type, '@sofa': __, begin, end, language, ...features } of structures.slice(
    1,
  ))
    expect(Object.keys(types[type])).toEqual(expect.arrayContaining(Object.keys(features)))
})

const SOFA = {
  ...{ '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text' },
  sofaString: '🥳 This is ✆ a test',
}
const LAYERS = [
  { '%TYPE': 'webanno.custom.PHI', '@sofa': 1, begin: 3, end: 7, kind: 'NAME', score: 3, '#weight': 'NaN' },
  { '%TYPE': 'webanno.custom.Arc', '@sofa': 1, begin: 3, end: 7, '@Governor': 2, '@Dependent': 2 },
  {
    '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
    '@sofa': 1,
    begin: 0,
    end: 2,
    value: 'LOC',
  },
  { '%TYPE': 'uima.tcas.DocumentAnnotation', '@sofa': 1, begin: 0, end: 19, language: 'en' },
  { '%TYPE': 'webanno.custom.Removed', '@sofa': 1, begin: 0, end: 2 },
]
const MEMBERS = { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5] } }
const asArray = {
  '%TYPES': {},
  '%FEATURE_STRUCTURES': [SOFA, ...LAYERS].map((one, index) => ({ '%ID': index + 1, ...one })),
  '%VIEWS': MEMBERS,
}
const asObject = {
  ...asArray,
  '%FEATURE_STRUCTURES': Object.fromEntries([SOFA, ...LAYERS].map((one, index) => [index + 1, one])),
}

test.each([
  ['an array', asArray],
  ['an object', asObject],
])('a document of Apache UIMA is read, with its feature structures as %s', async (_, one) => {
  const { articles } = await read('annotation/a.txt/ann.json', JSON.stringify(one, null, 2))
  expect(articles).toEqual([
    {
      text: SOFA.sofaString,
      metadata: { title: '', language: 'en' },
      annotations: [
        { start: 3, end: 7, label: 'NAME', attributes: {}, annotator: 'ann' },
        { start: 0, end: 2, label: 'LOC', attributes: {}, annotator: 'ann' },
      ],
      reviews: [],
    },
  ])
})

test('what cannot be is refused, with the file', async () => {
  await expect(read('a.json', document.slice(0, -3))).rejects.toThrow('a.json is no JSON')
  await expect(read('a.json', document.replace('"begin":9', '"begin":"9"'))).rejects.toThrow(
    'a.json is not as this format has it',
  )
  await expect(read('a.json', document.replace('"end":11', '"end":99'))).rejects.toThrow(
    'a.json has an annotation from 9 to 99, and its text has 28 characters',
  )
  await expect(read('a.json', '{"%TYPES":{},"%FEATURE_STRUCTURES":[]}')).rejects.toThrow('a.json has no text')
})

test('other JSON is not taken for a CAS', () => {
  for (const other of ['{"id":"1","text":"a"}', '[{"%TYPES":1}]', '{"text":"%TYPES"}'])
    expect(uimaJson.read?.recognises([givenFile('a.json', other)])).toBe(false)
})
