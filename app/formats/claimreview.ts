import { z } from 'zod'
import type { Annotation } from '../model/annotation.ts'
import { annotatorNames } from '../model/annotator.ts'
import type { Article } from '../model/article.ts'
import type { Attribute } from '../model/attribute.ts'
import type { AnnotatedArticle, Corpus } from './corpus.ts'
import type { Format } from './format.ts'

/**
 * ClaimReview of schema.org, write only: a review for each annotation that has a verdict, with the fields that
 * Google's documentation of it names. A review on the web has an address, `url`, which is for its publisher to add.
 */
export const claimreview: Format = {
  id: 'claimreview',
  name: 'ClaimReview',
  description: 'The claims that have a verdict, as structured data of schema.org for fact checks on the web.',
  extension: 'jsonld',
  packaging: 'file',
  offsets: 'none',
  losses: [
    'definitions',
    'unused labels',
    'hierarchy',
    'colours',
    'sentences',
    'reviews',
    'attributes',
    'mentions',
    'unlabelled',
    'text',
    'without verdict',
  ],
  *write(corpus) {
    yield { path: 'claims.jsonld', content: graph(corpus) }
  },
}

const VERDICT = 'verdict'

/** The reviews in one graph, each on a line. */
function* graph({ project, codebook, annotators, articles }: Corpus): Generator<string> {
  const names = annotatorNames(annotators)
  const scale = codebook.attributes.find(({ id }) => id === VERDICT)
  let count = 0
  yield '{"@context":"https://schema.org","@graph":['
  for (const article of articles) {
    const claims = article.annotations
      .map(one => ({ one, values: new Map<string, string>(Object.entries(one.attributes)) }))
      .filter(({ values }) => values.get(VERDICT))
    if (claims.length === 0) continue
    const appearance = appearanceOf(article.article)
    for (const { one, values } of claims) {
      const quote = quoteOf(one, article)
      const speaker = values.get('attributed-to')
      const review = {
        '@type': 'ClaimReview',
        '@id': `urn:uuid:${one.id}`,
        claimReviewed: shortened(quote),
        reviewRating: ratingOf(values.get(VERDICT) ?? '', scale),
        author: { '@type': 'Person', name: names.get(one.annotator) ?? one.annotator },
        publisher: { '@type': 'Organization', name: project.name },
        dateCreated: one.created,
        datePublished: one.updated,
        ...(one.note ? { reviewBody: one.note } : {}),
        ...known('citation', values.get('evidence-url')),
        itemReviewed: {
          '@type': 'Claim',
          text: quote,
          ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
          ...('datePublished' in appearance ? { datePublished: appearance.datePublished } : {}),
          appearance,
        },
      }
      yield `${count++ === 0 ? '' : ','}\n${JSON.stringify(review)}`
    }
  }
  yield '\n]}\n'
}

const quoteOf = ({ start, end }: Annotation, { text }: AnnotatedArticle): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim()

/** Longer ones wrap in search results, says Google. */
const LONGEST_CLAIM = 75

/** A claim cut after a word, with an ellipsis. Counts code points. */
function shortened(claim: string): string {
  const beginning = [...claim.slice(0, 2 * LONGEST_CLAIM + 2)]
  if (beginning.length <= LONGEST_CLAIM) return claim
  const cut = beginning.slice(0, LONGEST_CLAIM - 1).join('')
  const word = cut.lastIndexOf(' ')
  return `${(word > cut.length / 2 ? cut.slice(0, word) : cut).trimEnd()}…`
}

/** The verdict in words. No numbers: which verdict is better than which, a codebook does not say. */
const ratingOf = (verdict: string, scale: Attribute | undefined) => ({
  '@type': 'Rating',
  alternateName: verdict,
  ...(scale && scale.choices.length > 0 ? { description: `One of: ${scale.choices.join('; ')}` } : {}),
})

/** The article in which the claims appeared. */
const appearanceOf = ({ title, source, author, url, published, language }: Article) => ({
  '@type': 'NewsArticle',
  ...known('url', addressOf(url)),
  ...known('headline', title),
  ...(source ? { publisher: { '@type': 'Organization', name: source } } : {}),
  ...(author ? { author: { '@type': 'Person', name: author } } : {}),
  ...known('datePublished', dateOf(published)),
  ...known('inLanguage', language),
})

const known = (key: string, value: string | undefined): Record<string, string> =>
  value ? { [key]: value } : {}

/** A date or time of ISO 8601, which is what readers expect; undefined for any other. */
const dateOf = (published: string): string | undefined =>
  z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(published).data

/** The address of a page; undefined for any other, such as a script. */
const addressOf = (url: string): string | undefined => z.url({ protocol: /^https?$/ }).safeParse(url).data
