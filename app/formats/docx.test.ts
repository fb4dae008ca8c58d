import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Corpus } from './corpus.ts'
import { docx } from './docx.ts'
import { anyCorpus, claimsIn } from './test/corpora.ts'
import { filesOf } from './test/round-trip.ts'
import { childrenOf, readXml, textWithin } from './xml.ts'

/** The body of the document. */
async function bodyOf(corpus: Corpus) {
  const [file] = await filesOf(docx, corpus)
  const { 'word/document.xml': xml } = unzipSync(file?.bytes ?? new Uint8Array())
  return childrenOf(readXml(strFromU8(xml ?? new Uint8Array()), 'document.xml'))[0]
}

test('the report has the figures, the codebook, and each article with its annotations', async () => {
  const body = await bodyOf(claimsIn('The mayor promised. Nobody came.', [{ start: 0, end: 19 }]))
  const text = body ? textWithin(body) : ''
  for (const part of [
    'News & “views” <2026>',
    'Figures',
    'Codebook',
    'Causal claim',
    'The mayor promised.',
    'Anna',
  ])
    expect(text).toContain(part)
})

test('text from outside is text: markup, and what XML cannot hold', async () => {
  const body = await bodyOf(claimsIn('<w:p>&amp; \u0001 ]]> 😀.', [{ start: 0, end: 5 }]))
  expect(body ? textWithin(body) : '').toContain('<w:p>')
  expect(body ? textWithin(body) : '').toContain('&amp; \ufffd ]]> 😀.')
})

test('Hebrew and Arabic paragraphs run from right to left', async () => {
  const body = await bodyOf(claimsIn('وعد الوزير ببناء الجسر.', []))
  const bidi = childrenOf(body ?? never(), 'p').filter(one =>
    childrenOf(one, 'pPr').some(pr => childrenOf(pr, 'bidi').length > 0),
  )
  expect(bidi.map(textWithin).join('')).toContain('وعد الوزير')
})

test('whatever the corpus is, the document is well-formed', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      expect((await bodyOf(corpus))?.name).toBe('body')
    }),
    { numRuns: 25 },
  )
})

test('more articles than Word opens are refused, with what to do', async () => {
  const corpus = { ...claimsIn('One.', []), count: 2001 }
  await expect(filesOf(docx, corpus)).rejects.toThrow('Export a part of them, or a PDF.')
})

function never(): never {
  throw new Error('no body')
}
