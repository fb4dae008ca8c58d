/** What a search looks for, ready to be looked for: in the index first, then in each article that it finds. */
import { Refusal } from '#app/failure'
import { sentencesIn } from '#app/model/segmentation'
import { contextOf } from '#app/search/concordance'
import { hitFinder } from '#app/search/find-hits'
import { matchExpression } from '#app/search/match-expression'
import { parseQuery } from '#app/search/parse-query'
import type { Hit, Search } from '#app/search/search'
import type { Range } from '#app/text/range'
import { sentencesOfColumn } from '#main/store/tables/segmentations'
import type { FoundArticle } from './found-articles.ts'
import { type Pattern, patternOf } from './pattern.ts'

/** A place in an article, before anybody wants to see what stands around it. */
export interface Place {
  readonly range: Range
  readonly inTitle: boolean
}

export interface Seeker {
  /** For FTS5. */
  readonly match: string
  /** Whether every article that FTS5 finds has a hit. */
  readonly exact: boolean
  /** Where the hits of an article are, in order, those of its title first. */
  places(article: FoundArticle): Place[]
}

/** Throws a refusal (`invalid-input`) where the query or the pattern cannot be read, or nothing is asked for. */
export function seekerOf({ query: typed, titleOnly, pattern: written, patternUse }: Search): Seeker {
  const query = parseQuery(typed, titleOnly)
  if (!query)
    throw new Refusal('invalid-input', 'There is nothing to search for yet. Type a word, or a “phrase”.')
  const find = hitFinder(query)
  const pattern = written === '' ? undefined : patternOf(written)
  return {
    match: matchExpression(query),
    exact: pattern === undefined,
    places(article) {
      const hits = find(article.title, article.text)
      if (!hits) return []
      if (!pattern) return placed(article, hits)
      return patternUse === 'matches'
        ? placed(article, matches(pattern, article, titleOnly))
        : kept(pattern, article, placed(article, hits))
    },
  }
}

type Found = { readonly title: readonly Range[]; readonly text: readonly Range[] }

/** Most texts begin with their title: what is found in such a title is found in the text. */
function placed({ title, text }: FoundArticle, found: Found): Place[] {
  const inText = (range: Range): Place => ({ range, inTitle: false })
  if (!text.startsWith(title))
    return [...found.title.map(range => ({ range, inTitle: true })), ...found.text.map(inText)]
  const known = new Set(found.text.map(({ start }) => start))
  const more = found.title.filter(({ start }) => !known.has(start))
  return [...more, ...found.text].sort((a, b) => a.start - b.start).map(inText)
}

const matches = (pattern: Pattern, { title, text }: FoundArticle, titleOnly: boolean): Found => ({
  title: pattern.placesIn(title),
  text: titleOnly ? [] : pattern.placesIn(text),
})

/** The hits whose sentence, or title, the pattern matches. */
function kept(pattern: Pattern, { title, text, sentences: column }: FoundArticle, places: Place[]): Place[] {
  if (places.length === 0) return places
  const sentences = sentencesOfColumn(column)
  const known = new Map<string, boolean>()
  const occurs = (within: string): boolean => {
    const now = known.get(within) ?? pattern.occursIn(within)
    known.set(within, now)
    return now
  }
  return places.filter(({ range, inTitle }) => {
    if (inTitle) return occurs(title)
    const { from, to } = sentencesIn(sentences, range)
    return sentences.slice(from, to).some(({ start, end }) => occurs(text.slice(start, end)))
  })
}

/** The hits of an article with what stands around them. */
export function hitsAt(article: FoundArticle, places: readonly Place[]): Hit[] {
  if (places.length === 0) return []
  const sentences = sentencesOfColumn(article.sentences)
  return places.map(({ range, inTitle }) => {
    const index = inTitle ? 0 : sentencesIn(sentences, range).from
    const sentence = sentences[index]
    const within = !inTitle && sentence !== undefined && range.start < sentence.end
    return {
      ...contextOf(inTitle ? article.title : article.text, range),
      article: article.id,
      title: article.title,
      sentence: within ? index + 1 : 0,
      sentenceRange: sentence ?? { start: 0, end: article.text.length },
      range,
    }
  })
}
