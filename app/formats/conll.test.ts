import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetMap } from '../text/offsets.ts'
import { conll } from './conll.ts'
import { anyCorpus, claimsIn, corpusOf } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, textOf } from './test/round-trip.ts'

const ANNA = 'corpus.Anna_0000a1.conll'
const claims = (text: string, ...ranges: [number, number][]) =>
  claimsIn(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
/** The tags of a text in which these ranges are claims. */
const tags = async (text: string, ...ranges: [number, number][]) =>
  (await textOf(conll, claims(text, ...ranges), ANNA))
    .split('\n')
    .slice(2)
    .map(line => line.split(' ').at(-1))
    .join(' ')
    .trim()

test('each annotator has a file of four columns, with a blank line between sentences', async () => {
  expect(await textOf(conll, markedArticle(), ANNA)).toBe(`-DOCSTART- -X- O O

Rain -X- O B-Causal_claim
😀 -X- O I-Causal_claim
fell -X- O I-Causal_claim
. -X- O I-Causal_claim

It -X- O O
will -X- O O
stop -X- O O
. -X- O O

`)
})

test('of annotations that overlap the longest is kept, of two as long the first', async () => {
  expect(await tags('One two three four.', [0, 7], [4, 18], [0, 3])).toBe('B-Claim B-Claim I-Claim I-Claim O')
  expect(await tags('One two six.', [0, 7], [4, 11])).toBe('B-Claim I-Claim O O')
})

test('annotations that touch begin anew, and one across sentences begins in each', async () => {
  expect(await tags('One two.', [0, 3], [4, 7])).toBe('B-Claim B-Claim O')
  expect(await tags('One. Two three.', [0, 8])).toBe('B-Claim I-Claim  B-Claim O O')
})

test('an annotation of a part of a token is widened to the token', async () => {
  expect(await tags('Unhappy now.', [2, 7])).toBe('B-Claim O O')
})

test('articles that an annotator has not looked at are not in the file, nor annotators who have done nothing', async () => {
  const [first] = claims('One.', [0, 3]).articles
  const [second] = claims('Two.').articles
  const [third] = markedArticle().articles
  if (!first || !second || !third) return expect.fail()
  const read = { ...third, annotations: [] }
  const files = await filesOf(conll, corpusOf([first, second, read]))
  expect(files.map(file => file.path)).toEqual(['corpus.conllu', ANNA])
  expect(files[1]?.text().match(/-DOCSTART-/g)).toHaveLength(2)
  expect(files[1]?.text()).not.toContain('Two')
  expect(files[0]?.text()).toContain('Two')
})

test('CoNLL-U has everything, with what divides entries written as in an address', async () => {
  const lines = (await textOf(conll, markedArticle(), 'corpus.conllu')).split('\n')
  expect(lines.slice(0, 7).map(line => line.replace(/77e3e0be-[^-]*-[^-]*-[^-]*-[0-9a-f]*/, 'ID'))).toEqual([
    '# newdoc id = ID',
    '# title = Rain',
    '# source = The Courier',
    '# language = en',
    '# newpar',
    '# sent_id = ID-1',
    '# text = Rain 😀 fell.',
  ])
  const columns = lines.map(line => line.split('\t'))
  expect(columns.filter(line => line.length > 1).every(line => line.length === 10)).toBe(true)
  const rain = columns.find(([id]) => id === '1')
  expect(rain?.slice(0, 9)).toEqual(['1', 'Rain', '_', '_', '_', '_', '_', '_', '_'])
  expect(rain?.[9]?.split('|')).toEqual([
    'Anno1=B-Causal_claim',
    expect.stringMatching(/^Anno1\.id=/),
    'Anno1.label=causal-claim',
    'Anno1.label_name=Causal%20claim',
    'Anno1.start=0',
    'Anno1.end=12',
    'Anno1.annotator=Anna%20(0000a1)',
    expect.stringMatching(/^Anno1\.annotator_id=/),
    'Anno1.created=2026-11-24T12:00:00.000Z',
    'Anno1.updated=2026-11-24T12:00:00.000Z',
    'Anno1.note=Two%0Alines;%20a_b',
    'Anno1.attributes.attributed-to=Ms.%20Oakes',
    'Anno1.mentions.attributed-to=14-16',
  ])
  expect(columns.find(([id, form]) => id === '4' && form === '.')?.[9]).toBe(
    'SpacesAfter=\\n\\n|Anno1=I-Causal_claim|Anno2=I-Claim',
  )
  expect(lines.filter(line => line.startsWith('# review'))).toEqual([
    expect.stringMatching(
      /^# review = judgement=cannot-judge\|start=14\|end=27\|annotator=Anna%20\(0000a1\)\|annotator_id=.*\|at=2026/,
    ),
  ])
})

test('from CoNLL-U come the text, but for control characters, and every annotation', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      const articles = parsed(await textOf(conll, corpus, 'corpus.conllu'))
      expect(articles).toEqual(
        Array.from(corpus.articles, ({ article, text, sentences, annotations, reviews }) => {
          const { toCodePoints } = offsetMap(text)
          return {
            id: article.id,
            text: withoutControls(text),
            sentences: sentences.length,
            annotations: annotations
              .map(({ id, start, end, label, note, attributes }) => ({
                ...{ id, label, note, attributes },
                ...{ start: toCodePoints(start), end: toCodePoints(end) },
              }))
              .sort((a, b) => (a.id < b.id ? -1 : 1)),
            reviews: reviews.length,
          }
        }),
      )
    }),
    { numRuns: 60 },
  )
})

/** Control characters within tokens are lost; blank space is not. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\p{Z}]/gu, found => (/\s/.test(found) ? found : '\ufffd'))

/** What documentation says of the file, turned around. */
function parsed(conllu: string): object[] {
  return conllu
    .split(/^(?=# newdoc)/m)
    .filter(one => one !== '')
    .map(document => {
      const lines = document.split('\n')
      const records = new Map<string, Record<string, string>>()
      let text = ''
      const put = (entry: string) => {
        const [, number, key = '', value = ''] = /^Anno(\d+)\.([^=]+)=(.*)$/s.exec(entry) ?? []
        if (number) records.set(number, { ...(records.get(number) ?? {}), [key]: decodeURIComponent(value) })
      }
      for (const line of lines) {
        const cells = line.split('\t')
        const misc = cells.at(9)?.split('|') ?? []
        const space = (key: string) => {
          const entry = misc.find(one => one.startsWith(`${key}=`))
          return entry && blanks(decodeURIComponent(entry.slice(key.length + 1)))
        }
        for (const entry of misc) put(entry)
        if (line.startsWith('# annotation = ')) for (const entry of line.slice(15).split('|')) put(entry)
        if (cells.length === 10)
          text +=
            (space('SpacesBefore') ?? '') +
            (cells[1] ?? '') +
            (misc.includes('SpaceAfter=No') ? '' : (space('SpacesAfter') ?? ' '))
      }
      const annotations = [...records.values()].map(({ id, label, start, end, note = '', ...rest }) => ({
        ...{ id, label, note, start: Number(start), end: Number(end) },
        attributes: Object.fromEntries(
          Object.entries(rest).flatMap(([key, value]) =>
            key.startsWith('attributes.') ? [[key.slice('attributes.'.length), value]] : [],
          ),
        ),
      }))
      return {
        id: lines[0]?.slice('# newdoc id = '.length),
        text,
        sentences: lines.filter(line => line.startsWith('# text = ')).length,
        annotations: annotations.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)),
        reviews: lines.filter(line => line.startsWith('# review = ')).length,
      }
    })
}

const blanks = (signs: string): string =>
  signs.replace(/\\([strn])/g, (_, sign: string) => ({ s: ' ', t: '\t', r: '\r', n: '\n' })[sign] ?? '')
