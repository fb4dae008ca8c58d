import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Corpus } from './corpus.ts'
import { docx } from './docx.ts'
import { anyCorpus, claimsIn, corpusOf } from './test/corpora.ts'
import { filesOf } from './test/round-trip.ts'
import { readXml, textWithin } from './xml.ts'

async function parts(corpus: Corpus): Promise<Record<string, string>> {
  const [file] = await filesOf(docx, corpus)
  if (!file) throw new Error('There is no file.')
  return Object.fromEntries(
    Object.entries(unzipSync(file.bytes)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
}

const documentOf = async (corpus: Corpus) => (await parts(corpus))['word/document.xml'] ?? ''

test('an annotation is underlined in the colour and line of its label, and has its tag', async () => {
  const xml = await documentOf(claimsIn('One two.', [{ start: 0, end: 3 }]))
  expect(xml).toMatch(/<w:u w:val="dash" w:color="8f5500"\/>[^p]*<w:t xml:space="preserve">One<\/w:t>/)
  expect(textWithin(readXml(xml, 'document'))).toContain('One\u00a0Claim 1  two.')
})

test('where annotations overlap, the second is a tint', async () => {
  const xml = await documentOf(
    claimsIn('One two.', [
      { start: 0, end: 7 },
      { start: 4, end: 7 },
    ]),
  )
  expect(xml).toMatch(
    /<w:u w:val="dash"[^>]*\/><w:shd [^>]*w:fill="efe7db"[^>]*\/>(?:<w:lang[^>]*\/>)?<\/w:rPr><w:t xml:space="preserve">two</,
  )
  expect(xml).toContain('Claim 2')
})

test('text from right to left is marked as such', async () => {
  expect(await documentOf(claimsIn('שלום עולם.', []))).toMatch(/<w:bidi\/>.*<w:rtl\/>.*שלום/)
  expect(await documentOf(claimsIn('Plain.', []))).not.toMatch(/<w:rtl\/>/)
})

test('only addresses of the web are links, and nothing is loaded', async () => {
  const [one] = claimsIn('One.', []).articles
  const relations = async (url: string) => {
    const all = await parts(corpusOf(one ? [{ ...one, article: { ...one.article, url } }] : []))
    return Object.entries(all)
      .filter(([path]) => path.endsWith('.rels'))
      .map(([, xml]) => xml)
      .join('')
  }
  expect(await relations('file:///etc/passwd')).not.toContain('External')
  expect((await relations('https://example.org/a')).match(/Target="[^"]*" TargetMode="External"/g)).toEqual([
    'Target="https://example.org/a" TargetMode="External"',
  ])
})

test('every corpus makes well-formed parts', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      for (const [path, xml] of Object.entries(await parts(corpus)))
        if (/\.(xml|rels)$/.test(path)) readXml(xml, path)
    }),
    { numRuns: 20 },
  )
})

test('a corpus that no word processor could open is refused before anything is made', async () => {
  const [one] = claimsIn('One.', [{ start: 0, end: 4 }]).articles
  const corpus = {
    ...corpusOf([]),
    articles: {
      *[Symbol.iterator]() {
        for (let index = 0; index < 10_000; index++) if (one) yield one
      },
    },
  }
  await expect(filesOf(docx, corpus)).rejects.toThrow('Choose the report as PDF')
})
