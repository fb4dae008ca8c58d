import { expect, test } from 'vitest'
import { AttributeId } from '../model/ids.ts'
import { claimreview } from './claimreview.ts'
import { claimsIn, corpusOf } from './test/corpora.ts'
import { textOf } from './test/round-trip.ts'

const reviewsOf = async (
  text: string,
  values: Readonly<Record<string, string>>,
  metadata: Readonly<Record<string, string>> = {},
) => {
  const [one] = claimsIn(text, [{ start: 0, end: text.length }]).articles
  if (!one) throw new Error('no article')
  const attributes = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [AttributeId.parse(id), value]),
  )
  const annotations = one.annotations.map(annotation => ({
    ...annotation,
    attributes,
    note: 'See the register.',
  }))
  const corpus = corpusOf([{ ...one, article: { ...one.article, ...metadata }, annotations }])
  return JSON.parse(await textOf(claimreview, corpus))
}

test('a claim with a verdict is a review, with who made the claim and where it appeared', async () => {
  const graph = await reviewsOf(
    'It rained\nfor ten days.',
    { verdict: 'supported', 'attributed-to': 'Ms. Oakes', 'evidence-url': 'https://example.org/rain' },
    { url: 'https://example.org/a', source: 'The Courier', author: 'Ann Lee', published: '2026-03-13' },
  )
  expect(graph).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'ClaimReview',
        '@id': 'urn:uuid:01900000-0000-7000-8000-000000000000',
        claimReviewed: 'It rained for ten days.',
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'supported',
          description: 'One of: supported; not enough evidence; a=b; c',
        },
        author: { '@type': 'Person', name: 'Anna (0000a1)' },
        publisher: { '@type': 'Organization', name: 'News & “views” <2026>' },
        dateCreated: '2026-11-24T00:00:00.000Z',
        datePublished: '2026-11-24T00:00:00.000Z',
        reviewBody: 'See the register.',
        citation: 'https://example.org/rain',
        itemReviewed: {
          '@type': 'Claim',
          text: 'It rained for ten days.',
          author: { '@type': 'Person', name: 'Ms. Oakes' },
          datePublished: '2026-03-13',
          appearance: {
            '@type': 'NewsArticle',
            url: 'https://example.org/a',
            headline: 'T',
            publisher: { '@type': 'Organization', name: 'The Courier' },
            author: { '@type': 'Person', name: 'Ann Lee' },
            datePublished: '2026-03-13',
            inLanguage: 'en',
          },
        },
      },
    ],
  })
})

test('what has no verdict is left out', async () => {
  expect((await reviewsOf('It rained.', { 'attributed-to': 'Ms. Oakes' }))['@graph']).toEqual([])
})

test('a long claim is cut after a word at 75 characters, and stands whole in the claim itself', async () => {
  const text = `${'😀 word '.repeat(20)}end.`
  const [review] = (await reviewsOf(text, { verdict: 'supported' }))['@graph']
  expect([...review.claimReviewed].length).toBeLessThanOrEqual(75)
  expect(review.claimReviewed).toMatch(/^(?:😀 word )+😀?…$|word…$/u)
  expect(review.claimReviewed.isWellFormed()).toBe(true)
  expect(review.itemReviewed.text).toBe(text)
})

test('a claim of 75 characters stays whole', async () => {
  const [review] = (await reviewsOf('😀'.repeat(75), { verdict: 'supported' }))['@graph']
  expect(review.claimReviewed).toBe('😀'.repeat(75))
  const [longer] = (await reviewsOf('😀'.repeat(76), { verdict: 'supported' }))['@graph']
  expect(longer.claimReviewed).toBe(`${'😀'.repeat(74)}…`)
})

test('what is no address and no date is left out', async () => {
  const [review] = (
    await reviewsOf(
      'It rained.',
      { verdict: 'supported' },
      { url: 'javascript:alert(1)', published: 'last week' },
    )
  )['@graph']
  expect(review.itemReviewed).toEqual({
    '@type': 'Claim',
    text: 'It rained.',
    appearance: { '@type': 'NewsArticle', headline: 'T', inLanguage: 'en' },
  })
})
