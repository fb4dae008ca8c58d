/** Finds in one article what FTS5 found in all of them: where each word or phrase of a query stands. */
import { assertNever } from '#app/failure'
import type { Range } from '#app/text/range'
import { fold } from './fold.ts'
import { isPlain, plainPattern } from './plain-text.ts'
import type { Phrase, Query } from './query.ts'
import { type Words, wordsOf } from './words.ts'

/** Where a query occurs in an article; UTF-16 units, in order. One that lies within another is left out. */
export interface Hits {
  readonly title: readonly Range[]
  readonly text: readonly Range[]
}

/** Makes the finder of a query: for an article where it occurs, undefined where it does not. */
export function hitFinder(query: Query): (title: string, text: string) => Hits | undefined {
  const phrases = phrasesOf(query)
  const inTitle = matcher(phrases)
  const inText = matcher(phrases.filter(phrase => !phrase.title))
  return (title, text) => {
    const [titles, texts] = [inTitle(title), inText(text)]
    const found = satisfied(query, phrase => titles.has(phrase) || texts.has(phrase))
    if (!found) return undefined
    const of = (places: Places) => outermost(found.flatMap(phrase => places.get(phrase) ?? []))
    return { title: of(titles), text: of(texts) }
  }
}

function phrasesOf(query: Query): Phrase[] {
  switch (query.kind) {
    case 'phrase':
      return [query]
    case 'not':
      return [...phrasesOf(query.keep), ...phrasesOf(query.without)]
    default:
      return query.parts.flatMap(phrasesOf)
  }
}

/** The phrases that make a query true of an article; undefined where it is not. */
function satisfied(query: Query, occurs: (phrase: Phrase) => boolean): Phrase[] | undefined {
  switch (query.kind) {
    case 'phrase':
      return occurs(query) ? [query] : undefined
    case 'and': {
      const parts = query.parts.map(part => satisfied(part, occurs))
      return parts.every(part => part !== undefined) ? parts.flat() : undefined
    }
    case 'or': {
      const parts = query.parts.flatMap(part => satisfied(part, occurs) ?? [])
      return parts.length > 0 ? parts : undefined
    }
    case 'not':
      return satisfied(query.without, occurs) ? undefined : satisfied(query.keep, occurs)
    default:
      return assertNever(query)
  }
}

type Places = ReadonlyMap<Phrase, readonly Range[]>

/** Finds phrases in texts. */
function matcher(phrases: readonly Phrase[]): (text: string) => Places {
  const [inPlain, inAny] = [plainMatcher(phrases), wordMatcher(phrases)]
  return text => (phrases.length === 0 ? NOWHERE : isPlain(text) ? inPlain(text) : inAny(text))
}

const NOWHERE: Places = new Map()

/** For plain texts: a pattern for each phrase. */
function plainMatcher(phrases: readonly Phrase[]): (text: string) => Places {
  const patterns = phrases.map(phrase => ({ phrase, pattern: plainPattern(phrase) }))
  return text => {
    const found = new Map<Phrase, Range[]>()
    for (const { phrase, pattern } of patterns) {
      const ranges = pattern ? placesOf(pattern, text) : []
      if (ranges.length > 0) found.set(phrase, ranges)
    }
    return found
  }
}

/** Where a pattern matches; a phrase may begin within one, as “a a” does twice in “a a a”. */
function placesOf(pattern: RegExp, text: string): Range[] {
  const ranges: Range[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    ranges.push({ start: match.index, end: match.index + match[0].length })
    pattern.lastIndex = match.index + 1
  }
  return ranges
}

/**
 * For any text: word by word. Most begin otherwise than all that is searched for; they are passed over without being
 * folded.
 */
function wordMatcher(phrases: readonly Phrase[]): (text: string) => Places {
  const first = new Set(phrases.flatMap(({ words }) => words[0]?.charCodeAt(0) ?? []))
  const whole = Map.groupBy(
    phrases.filter(phrase => phrase.words.length > 1 || !phrase.prefix),
    phrase => phrase.words[0],
  )
  const beginnings = phrases.filter(phrase => phrase.words.length === 1 && phrase.prefix)
  return text => {
    const found = new Map<Phrase, Range[]>()
    const words = wordsOf(text)
    const put = (phrase: Phrase, range: Range) => {
      const ranges = found.get(phrase)
      if (ranges) ranges.push(range)
      else found.set(phrase, [range])
    }
    const { places } = words
    for (let place = 0; place < places.length; place += 2) {
      const start = places[place] ?? 0
      const unit = text.charCodeAt(start)
      if (unit < 0x80 && !first.has(unit | (unit >= 0x41 && unit <= 0x5a ? 0x20 : 0))) continue
      const word = wordAt(words, place)
      for (const phrase of whole.get(word) ?? []) {
        const end = endOfPhrase(words, place, phrase)
        if (end !== undefined) put(phrase, { start, end })
      }
      for (const phrase of beginnings)
        if (word.startsWith(phrase.words[0] ?? '')) put(phrase, { start, end: places[place + 1] ?? start })
    }
    return found
  }
}

const wordAt = ({ text, places }: Words, place: number): string =>
  fold(text.slice(places[place], places[place + 1]))

/** Where a phrase ends whose first word stands at a place; undefined where the others do not follow. */
function endOfPhrase(words: Words, place: number, { words: sought, prefix }: Phrase): number | undefined {
  for (let index = 1; index < sought.length; index++) {
    const at = place + 2 * index
    if (at >= words.places.length) return undefined
    const [word, wanted = ''] = [wordAt(words, at), sought[index]]
    const beginning = prefix && index === sought.length - 1
    if (beginning ? !word.startsWith(wanted) : word !== wanted) return undefined
  }
  return words.places[place + 2 * sought.length - 1]
}

/** Ranges in order, without those that lie within another and those that are there twice. */
function outermost(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Range[] = []
  for (const range of sorted) if (range.end > (kept.at(-1)?.end ?? -1)) kept.push(range)
  return kept
}
