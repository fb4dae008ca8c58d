/**
 * Reads what a person typed: words, "phrases", begin*, AND (also between words that stand side by side), OR, NOT or -,
 * parentheses, title:. Operators are in capitals; in small letters they are words. NOT binds tighter than AND, AND than
 * OR. What is none of this is no syntax but text, of which the words count.
 */
import { Refusal } from '#app/failure'
import type { Query } from './query.ts'
import { foldedWords } from './words.ts'

/** The longest query, in UTF-16 units. */
export const LONGEST_QUERY = 1000
const DEEPEST = 20
const SHORTEST_PREFIX = 2

type Sign = '(' | ')' | 'AND' | 'OR' | 'NOT' | '-' | 'title:'
type Token =
  | { readonly kind: 'sign'; readonly sign: Sign; readonly at: number }
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      readonly prefix: boolean
      readonly at: number
    }

/** A query before NOT has found what it takes away from. */
type Part = { readonly negated: boolean; readonly query: Query; readonly at: number }

/**
 * The tree of a query; undefined where there is nothing to search for yet. Throws a refusal (`invalid-input`) that says
 * where the query cannot be read and what to do; `details.at` is the place, in UTF-16 units.
 *
 * @param title whether all of it is to be found in titles only
 */
export function parseQuery(typed: string, title = false): Query | undefined {
  if (typed.length > LONGEST_QUERY)
    throw refusal(LONGEST_QUERY, `The query is longer than ${LONGEST_QUERY} characters. Shorten it.`)
  const tokens = tokensOf(typed)
  if (tokens.length === 0) return undefined
  const reader = new Reader(tokens, typed.length)
  const query = reader.either(title, 0)
  const rest = reader.peek()
  if (rest)
    throw refusal(rest.at, `The “)” ${placed(rest.at)} closes nothing. Take it away, or open it with “(”.`)
  return query
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #place = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  peek(): Token | undefined {
    return this.#tokens[this.#place]
  }

  /** Parts with OR between them. */
  either(title: boolean, depth: number): Query {
    const parts = [this.#all(title, depth)]
    while (this.#take('OR')) parts.push(this.#all(title, depth))
    return oneOr('or', parts)
  }

  /** Parts that all have to be there, less those that must not. */
  #all(title: boolean, depth: number): Query {
    const parts: Part[] = []
    do {
      parts.push(this.#part(title, depth))
      while (this.#take('AND')) parts.push(this.#part(title, depth))
    } while (this.#beginsPart())
    const kept = parts.filter(part => !part.negated).map(part => part.query)
    const without = parts.filter(part => part.negated).map(part => part.query)
    const [first] = parts
    if (kept.length === 0)
      throw refusal(
        first?.at ?? 0,
        `What stands ${placed(first?.at ?? 0)} only says what must not be there. Add a word that has to be.`,
      )
    const keep = oneOr('and', kept)
    return without.length === 0 ? keep : { kind: 'not', keep, without: oneOr('or', without) }
  }

  #part(title: boolean, depth: number): Part {
    const token = this.peek()
    const at = token?.at ?? this.#end
    if (this.#take('NOT') || this.#take('-')) {
      const { negated, query } = this.#part(title, depth)
      return { negated: !negated, query, at }
    }
    if (this.#take('title:')) return this.#part(true, depth)
    if (this.#take('(')) {
      if (depth >= DEEPEST)
        throw refusal(at, `There are more than ${DEEPEST} parentheses in one another. Use fewer.`)
      const query = this.either(title, depth + 1)
      if (!this.#take(')'))
        throw refusal(at, `The “(” ${placed(at)} is not closed. Add a “)”, or take it away.`)
      return { negated: false, query, at }
    }
    if (token?.kind !== 'words') throw missing(token, at)
    this.#place++
    const { words, prefix } = token
    return { negated: false, query: { kind: 'phrase', words, prefix, title }, at }
  }

  /** Whether what comes next is another part, with AND left out. */
  #beginsPart(): boolean {
    const token = this.peek()
    return token !== undefined && (token.kind === 'words' || !['OR', 'AND', ')'].includes(token.sign))
  }

  #take(sign: Sign): boolean {
    const token = this.peek()
    if (token?.kind !== 'sign' || token.sign !== sign) return false
    this.#place++
    return true
  }
}

/** One part is itself; more are joined. */
function oneOr(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [first, second] = parts
  return first && !second ? first : { kind, parts }
}

function missing(token: Token | undefined, at: number): Refusal {
  if (token?.kind === 'sign' && token.sign !== ')')
    return refusal(at, `${token.sign} ${placed(at)} needs a word or “(” before it. Add one, or take it away.`)
  if (token) return refusal(at, `There is no word before the “)” ${placed(at)}. Add one, or take it away.`)
  return refusal(at, 'The query ends where a word has to follow. Add one, or take away what stands last.')
}

const SIGNS: Readonly<Record<string, Sign>> = { AND: 'AND', OR: 'OR', NOT: 'NOT' }
const MARKS = '"“”„«»'

function tokensOf(typed: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < typed.length; ) {
    const character = typed.charAt(at)
    if (/\s/.test(character)) at++
    else if (character === '(' || character === ')') {
      tokens.push({ kind: 'sign', sign: character, at })
      at++
    } else if (MARKS.includes(character)) at = quoted(typed, at, tokens)
    else if (opensWord(typed, at) && /^-[\p{L}\p{N}("“„«]/u.test(typed.slice(at, at + 3))) {
      tokens.push({ kind: 'sign', sign: '-', at })
      at++
    } else at = bare(typed, at, tokens)
  }
  return tokens
}

/** A - before a word says NOT only where nothing stands before it. */
const opensWord = (typed: string, at: number): boolean => at === 0 || /[\s(]/.test(typed.charAt(at - 1))

/** Reads a phrase in quotation marks. @returns where it ends */
function quoted(typed: string, at: number, tokens: Token[]): number {
  let end = at + 1
  while (end < typed.length && !MARKS.includes(typed.charAt(end))) end++
  if (end === typed.length)
    throw refusal(at, `The quotation mark ${placed(at)} is not closed. Add another one, or take it away.`)
  const within = typed.slice(at + 1, end)
  const starred = typed.charAt(end + 1) === '*'
  const inner = /\*\s*$/.test(within)
  addWords(tokens, within.replace(/\*\s*$/, ''), starred || inner, at)
  return end + (starred ? 2 : 1)
}

/** Reads what stands up to the next blank, quotation mark or parenthesis. @returns where it ends */
function bare(typed: string, at: number, tokens: Token[]): number {
  const title = /^title:/i.exec(typed.slice(at))
  if (title) {
    tokens.push({ kind: 'sign', sign: 'title:', at })
    return at + title[0].length
  }
  let end = at
  while (end < typed.length && !/[\s()]/.test(typed.charAt(end)) && !MARKS.includes(typed.charAt(end))) end++
  const word = typed.slice(at, end)
  const sign = SIGNS[word]
  if (sign) {
    tokens.push({ kind: 'sign', sign, at })
    return end
  }
  const star = word.indexOf('*')
  const last = word.replace(/\*+$/, '')
  if (star >= 0 && star < last.length)
    throw refusal(
      at + star,
      `The * ${placed(at + star)} stands before or within a word; it can only end one, as in ${last.replaceAll('*', '') || 'harbour'}*.`,
    )
  addWords(tokens, last, star >= 0, at)
  return end
}

/** What has no letter or digit in it is no word, and is left out as it is in the index. */
function addWords(tokens: Token[], text: string, prefix: boolean, at: number): void {
  const words = foldedWords(text)
  const last = words.at(-1)
  if (last === undefined) return
  if (prefix && words.length === 1 && /^[\x20-\u052f]$/.test(last) && last.length < SHORTEST_PREFIX)
    throw refusal(
      at,
      `Too many words begin with “${last}”. Give at least ${SHORTEST_PREFIX} letters before the * ${placed(at)}.`,
    )
  tokens.push({ kind: 'words', words, prefix, at })
}

/** Where something stands, for people: characters from 1. */
const placed = (at: number): string => `at character ${at + 1}`

const refusal = (at: number, message: string): Refusal => new Refusal('invalid-input', message, { at })
