import { expect, test } from 'vitest'
import { conll } from './conll.ts'
import type { Corpus } from './corpus.ts'
import { ANNA, claimsIn, corpusOf } from './test/corpora.ts'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, textOf } from './test/round-trip.ts'

/** The tags of a text with claims on these ranges, a sentence a line. */
async function tagsOf(text: string, ...ranges: [number, number][]): Promise<string[]> {
  const corpus = {
    ...claimsIn(
      text,
      ranges.map(([start, end]) => ({ start, end })),
    ),
    annotators: [ANNA],
  }
  const [, ...sentences] = (await textOf(conll, corpus, 'corpus.conll')).trimEnd().split('\n\n')
  return sentences.map(sentence =>
    sentence
      .split('\n')
      .map(row => row.split(' ').at(-1))
      .join(' '),
  )
}

test('a token is a row of CoNLL-2003, and an empty line ends a sentence', async () => {
  expect(await textOf(conll, markedArticle(), 'corpus.anna_0000a1.conll')).toBe(`-DOCSTART- -X- O O

Rain -X- _ B-Causal_claim
😀 -X- _ I-Causal_claim
fell -X- _ I-Causal_claim
. -X- _ I-Causal_claim

It -X- _ O
will -X- _ O
stop -X- _ O
. -X- _ O

`)
})

test('each annotator has a file; names that only other letters or cases tell apart have safe ones', async () => {
  const names = ['Анна', 'anna', 'Anna', 'Ann/a\\..']
  const annotators = names.map((name, index) => ({
    ...ANNA,
    // An id with another end.
    id: ANNA.id.replace(/a1$/, `b${index}`) as typeof ANNA.id,
    name,
  }))
  expect((await filesOf(conll, { ...claimsIn('One.', []), annotators })).map(({ path }) => path)).toEqual([
    'corpus.annotator-0000b0.conll',
    'corpus.anna.conll',
    'corpus.anna_2.conll',
    'corpus.ann_a.conll',
    'corpus.conllu',
  ])
})

test('an annotation across sentences begins anew in each', async () => {
  expect(await tagsOf('One two. Three four.', [4, 14])).toEqual(['O B-Claim I-Claim', 'B-Claim O O'])
})

test('of annotations that overlap the longest is kept, wherever the other lies', async () => {
  expect(await tagsOf('One two three four.', [0, 7], [4, 18])).toEqual(['O B-Claim I-Claim I-Claim O'])
  expect(await tagsOf('One two three four.', [0, 19], [4, 7])).toEqual([
    'B-Claim I-Claim I-Claim I-Claim I-Claim',
  ])
})

test('annotations that touch are two, and one within a token has the whole', async () => {
  expect(await tagsOf('One two three.', [0, 3], [4, 7])).toEqual(['B-Claim B-Claim O O'])
  expect(await tagsOf('One two three.', [5, 6])).toEqual(['O B-Claim O O'])
})

test('CoNLL-U has every annotation, review and blank, with offsets in code points', async () => {
  const anna = 'Annotator=Anna\\s(0000a1)'
  const times = 'Created=2026-11-24T12:00:00.000Z|Updated=2026-11-24T12:00:00.000Z'
  const id = (index: number) => `Id=01900000-0000-7000-8000-00000000000${index}`
  const row = (place: number, form: string, misc: string) => `${place}\t${form}${'\t_'.repeat(7)}\t${misc}`
  const across = `Label=Claim|Start=5|End=16|${id(1)}|${anna}|${times}`
  const causal = `Label=Causal\\sclaim|Start=0|End=12|${id(0)}|${anna}|Attribute:attributed-to=Ms.\\sOakes|Mention:attributed-to=14:16|Note=Two\\nlines;\\sa_b|${times}`
  expect(await textOf(conll, markedArticle(), 'corpus.conllu')).toBe(
    [
      '# newdoc id = 77e3e0be-a2e3-8b28-9500-6b960000001c',
      '# title = Rain',
      '# source = The Courier',
      '# language = en',
      '# newpar',
      '# sent_id = 77e3e0be-a2e3-8b28-9500-6b960000001c-s1',
      '# text = Rain 😀 fell.',
      row(1, 'Rain', `TokenRange=0:4|${causal}`),
      row(2, '😀', `TokenRange=5:6|${across}`),
      row(3, 'fell', `SpaceAfter=No|TokenRange=7:11|Label=Claim|Start=8|End=10|${id(2)}|${anna}|${times}`),
      row(4, '.', 'SpacesAfter=\\n\\n|TokenRange=11:12'),
      '',
      '# newpar',
      '# sent_id = 77e3e0be-a2e3-8b28-9500-6b960000001c-s2',
      `# review = Judgement=cannot-judge|${anna}|At=2026-11-24T12:00:00.000Z`,
      '# text = It will stop.',
      row(1, 'It', `TokenRange=14:16|${across}`),
      row(2, 'will', 'TokenRange=17:21'),
      row(3, 'stop', 'SpaceAfter=No|TokenRange=22:26'),
      row(4, '.', 'SpaceAfter=No|TokenRange=26:27'),
      '\n',
    ].join('\n'),
  )
})

test('two annotations at one token have names of their own, and values hold no bar, equals sign or blank', async () => {
  const [article] = claimsIn('One.', [
    { start: 0, end: 4 },
    { start: 0, end: 3 },
  ]).articles
  if (!article) throw new Error('There is one article.')
  const annotations = article.annotations.map(one => ({ ...one, note: 'a|b=c\\d\u2028e\u00a0f\x1b' }))
  const text = await textOf(conll, corpusOf([{ ...article, annotations }]), 'corpus.conllu')
  const misc =
    text
      .split('\n')
      .find(line => line.startsWith('1\tOne'))
      ?.split('\t')[9]
      ?.split('|') ?? []
  const names = misc.map(pair => pair.split('=')[0])
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('Label[2]')
  expect(misc).toContain('Note=a\\pb\\ec\\\\d\\u2028e\\u00a0f\\u001b')
})

test('what ends a line or divides columns for other programs is a token that does not', async () => {
  const corpus: Corpus = { ...claimsIn('One \x85\x1c\x00 two.', []), annotators: [ANNA] }
  expect(await textOf(conll, corpus, 'corpus.conll')).toBe(
    '-DOCSTART- -X- O O\n\nOne -X- _ O\n\ufffd -X- _ O\n\ufffd -X- _ O\n\ufffd -X- _ O\ntwo -X- _ O\n. -X- _ O\n\n',
  )
  expect(await textOf(conll, corpus, 'corpus.conllu')).toContain('# text = One \ufffd\ufffd\ufffd two.\n')
})
