import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { Corpus } from './corpus.ts'
import type { Typefaces } from './format.ts'
import { pdf } from './pdf.ts'
import { anyCorpus, claimsIn, corpusOf } from './test/corpora.ts'
import { filesOf, OPTIONS } from './test/round-trip.ts'

const { resolve } = createRequire(import.meta.url)
/** As they ship, and none of the system. */
const typefaces: Typefaces = {
  shipped: file =>
    readFileSync(
      resolve(`@fontsource/${/^(source-serif-4|amiri|noto-serif-hebrew)/.exec(file)?.[0]}/files/${file}`),
    ),
  eastAsian: () => [],
}

async function written(corpus: Corpus) {
  const [file] = await filesOf(pdf, corpus, { ...OPTIONS, typefaces })
  if (!file) throw new Error('There is no file.')
  return getDocumentProxy(file.bytes)
}

async function textIn(corpus: Corpus): Promise<string> {
  const document = await written(corpus)
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  }
  return text.replace(/\s+/g, ' ')
}

describe('text can be found and copied', () => {
  test.each([
    'Naïve café, “quoted” – Łódź.',
    'Трамвай до Сонячного Броду запустять.',
    'Η γέφυρα θα ανοίξει τον Μάιο.',
    'Việt Nam.',
  ])('%s', async text => {
    expect(await textIn(claimsIn(text, []))).toContain(text)
  })

  test.each(['ראש העיר הבטיח לתקן', 'قالت الوزيرة إن الميزانية'])(
    'from right to left, word by word: %s',
    async text => {
      const found = await textIn(claimsIn(text, []))
      for (const word of text.split(' ')) expect(found).toContain(word)
    },
  )
})

test('a character that no typeface has is counted, and nothing else is lost', async () => {
  const text = await textIn(claimsIn('Yes 😀 and 大桥 here.', []))
  expect(text).toContain('Yes · and ·· here.')
  expect(text).toContain('had no typeface for 3 characters')
})

test('no character that takes no ink breaks a report, whatever typeface says that it has it', async () => {
  const inkless = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code)).filter(one =>
    /[\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u.test(one),
  )
  const text = await textIn(claimsIn(`Begin ${inkless.map(one => `x${one}y`).join(' ')} end.`, []))
  expect(text).toContain('Begin')
  expect(text).toContain('xy xy')
})

test('an article is a bookmark, and stands in a structure for readers aloud', async () => {
  const document = await written(claimsIn('One. Two.', [{ start: 0, end: 4 }]))
  const outline = await document.getOutline()
  expect(outline.map(({ title, items }) => [title, items.map(one => one.title)])).toEqual([
    ['Figures', []],
    ['Codebook', []],
    ['Articles', ['T']],
  ])
  const roles = JSON.stringify(await (await document.getPage(document.numPages)).getStructTree())
  for (const role of ['Document', 'H3', 'P', 'H4']) expect(roles).toContain(`"role":"${role}"`)
})

test('only addresses of the web become links', async () => {
  const [one] = claimsIn('One.', []).articles
  const links = async (url: string) => {
    const document = await written(corpusOf(one ? [{ ...one, article: { ...one.article, url } }] : []))
    const annotations = await (await document.getPage(document.numPages)).getAnnotations()
    return annotations.flatMap(annotation => (annotation.url ? [annotation.url] : []))
  }
  expect(await links('https://example.org/a?b=(c)&d=>>')).toEqual([])
  expect(await links('javascript:alert(1)')).toEqual([])
  expect(await links('https://example.org/a?b=(c)&d')).toEqual(['https://example.org/a?b=(c)&d'])
})

test('titles cannot become part of the file', async () => {
  const [one] = claimsIn('One.', []).articles
  const title = ') >> /OpenAction << /S /JavaScript /JS (app.alert(1)) >> endobj ('
  const document = await written(corpusOf(one ? [{ ...one, article: { ...one.article, title } }] : []))
  expect((await document.getOutline())[2]?.items[0]?.title).toBe(title)
  expect(await document.getJSActions()).toBeNull()
})

test('every corpus makes a document', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      expect((await written(corpus)).numPages).toBeGreaterThanOrEqual(4)
    }),
    { numRuns: 10 },
  )
})
