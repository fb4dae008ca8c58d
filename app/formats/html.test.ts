import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { html as markup } from './html/html-writer.ts'
import { html } from './html.ts'
import { ANNA, anyCorpus, claimsIn, corpusOf } from './test/corpora.ts'
import { textOf, withoutControls } from './test/round-trip.ts'

/** The elements and attributes of a page, and its text. */
function parsed(page: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let text = ''
  const parser = new Parser({
    onopentag: (name, attributes) => elements.push({ name, attributes }),
    ontext: piece => {
      text += piece
    },
  })
  parser.end(page)
  return { elements, text }
}

const HOSTILE = '</p><script>alert(1)</script><img src=x onerror="y">&amp;\'"'

function hostile() {
  const corpus = claimsIn(`${HOSTILE} One.`, [{ start: 0, end: 20 }])
  const [one] = corpus.articles
  if (!one) throw new Error('There is no article.')
  const article = {
    ...one.article,
    title: HOSTILE,
    source: HOSTILE,
    author: HOSTILE,
    url: `javascript:${HOSTILE}`,
    language: '"><b>',
  }
  const annotations = one.annotations.map(annotation => ({
    ...annotation,
    note: HOSTILE,
    attributes: { reason: HOSTILE, 'evidence-url': 'javascript:alert(1)' },
  }))
  const labels = corpus.codebook.labels.map(label => ({
    ...label,
    name: `${HOSTILE}${label.id}`,
    definition: HOSTILE,
  }))
  return {
    ...corpusOf([{ ...one, article, annotations } as typeof one], { ...corpus.codebook, labels }),
    annotators: [{ ...ANNA, name: HOSTILE }],
    project: { ...corpus.project, name: HOSTILE },
  }
}

describe('text from outside is text', () => {
  test('in titles, texts, labels, names, notes and attributes', async () => {
    const { elements, text } = parsed(await textOf(html, hostile()))
    expect(elements.filter(({ name }) => name === 'script' || name === 'img')).toEqual([])
    expect(text.split('alert(1)').length).toBeGreaterThan(10)
  })

  test('nothing is loaded, run or sent', async () => {
    const { elements } = parsed(await textOf(html, hostile()))
    for (const { name, attributes } of elements) {
      expect(['script', 'link', 'iframe', 'object', 'form', 'base', 'img']).not.toContain(name)
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^on|^src|^style$/)
        if (key === 'href') expect(value).toMatch(/^#|^https?:/)
      }
    }
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes.content).toContain("default-src 'none'")
  })

  test('whatever a value is, it comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const held = withoutControls(value.toWellFormed())
        const { elements, text } = parsed(markup`<p title="${value}">${value}</p>`.toString())
        expect(text).toBe(held)
        expect(elements).toEqual([{ name: 'p', attributes: { title: held } }])
      }),
    )
  })
})

test('an annotation has its lines, its tag, and its entry with note and attributes', async () => {
  const corpus = claimsIn('One two.', [{ start: 0, end: 3 }])
  const page = await textOf(html, corpus)
  expect(page).toContain(
    '<span class="m t0 l1 c-orange by0 n1">One</span><a class="tag l1 c-orange by0 n1" href="#a1n1" dir="auto">Claim 1</a> two.',
  )
  expect(page).toContain('<li id="a1n1" class="l1 c-orange by0 n1">')
})

test('every label and annotator has a box that a rule of the styles obeys', async () => {
  const page = await textOf(html, claimsIn('One.', [{ start: 0, end: 4 }]))
  for (const id of ['l0', 'l1', 'l2', 'l3', 'by0']) {
    expect(page).toContain(`<input type="checkbox" id="${id}" checked>`)
    expect(page).toContain(`body:has(#${id}:not(:checked)) .${id}{`)
  }
})

test('an article says its language, and finds its direction by itself', async () => {
  const corpus = claimsIn('שלום עולם.', [])
  const [one] = corpus.articles
  const page = await textOf(
    html,
    corpusOf(one ? [{ ...one, article: { ...one.article, language: 'he' } }] : []),
  )
  expect(page).toContain('<p class="text" dir="auto" lang="he">שלום עולם.</p>')
})

test('what was read without a label, and what cannot be judged, is marked with who said so', async () => {
  const [one] = claimsIn('One. Two.', []).articles
  if (!one) throw new Error('There is no article.')
  const review = (start: number, end: number, judgement: 'read' | 'cannot-judge') => ({
    ...{ article: one.article.id, annotator: ANNA.id, start, end, judgement, at: '2026-11-24T00:00:00.000Z' },
  })
  const page = await textOf(
    html,
    corpusOf([{ ...one, reviews: [review(0, 4, 'read'), review(5, 9, 'cannot-judge')] }]),
  )
  expect(page).toContain('aria-label="Read, no label: Anna (0000a1)"')
  expect(page).toContain('aria-label="Cannot be judged: Anna (0000a1)"')
})

test('every corpus makes a page whose links lead somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(anyCorpus, async corpus => {
      const { elements } = parsed(await textOf(html, corpus))
      const ids = elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { attributes } of elements)
        if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1))
    }),
    { numRuns: 30 },
  )
})
