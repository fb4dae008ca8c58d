import { Refusal } from '#app/failure'
import type { Cursor, Hit, HitOrder, HitPage } from '#app/search/search'
import { offsetMap } from '#app/text/offsets'
import type { Range } from '#app/text/range'
import { searcher } from '#main/search/searcher'
import type { Store } from '#main/store/store'
import { type Command, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { withSeen } from '../project.ts'

const PAGE = 500
const LIMIT = 100

/** By what hits can be sorted here; `article` is the order of import. */
const SORTS: Readonly<Record<string, HitOrder>> = {
  article: 'imported',
  best: 'rank',
  ...{ left: 'left', hit: 'hit', right: 'right', title: 'title' },
}

export const search: Command = {
  name: 'search',
  usage:
    'P.assay QUERY [--sort article|best|left|hit|right|title] [--limit N] [--title] [--pattern REGEX [--matches]]',
  summary: 'finds words and phrases, and shows each hit between what stands before and after it',
  words: [2, 2],
  options: {
    sort: { type: 'string' },
    limit: { type: 'string' },
    title: { type: 'boolean' },
    pattern: { type: 'string' },
    matches: { type: 'boolean' },
  },
  run: call =>
    withSeen(word(call, 0), store => {
      const order = orderOf(optionOf(call, 'sort') ?? 'article')
      const limit = limitOf(optionOf(call, 'limit'))
      const searched = {
        query: word(call, 1),
        titleOnly: call.options.title === true,
        pattern: optionOf(call, 'pattern') ?? '',
        patternUse: call.options.matches === true ? 'matches' : 'sentences',
      } as const
      const { page, countAll } = searcherOf(store)
      const hits: Hit[] = []
      let cursor: Cursor | null = null
      do {
        const next: HitPage = page({
          search: searched,
          order,
          cursor,
          limit: Math.min(PAGE, limit - hits.length),
        })
        hits.push(...next.hits)
        cursor = next.next
      } while (cursor && hits.length < limit)
      const { hits: total, articles, capped } = countAll(searched)
      const offsets = codePoints(store)
      for (const hit of hits) {
        call.output.line(
          `${hit.left.padStart(60).slice(-60)}[${hit.hit}]${hit.right.slice(0, 60).padEnd(60)}  ${where(hit)}`,
        )
      }
      const sum = `${capped ? 'More than ' : ''}${count(total, 'hit')} in ${count(articles, 'article')}`
      call.output.line(hits.length < total ? `${sum}; ${hits.length} shown (--limit).` : `${sum}.`)
      call.output.value({
        ...{ hits: total, articles, capped },
        shown: hits.map(({ sentenceRange, range, sentence, ...hit }) => ({
          ...hit,
          sentence: sentence === 0 ? null : sentence,
          ...offsets(hit, range, sentence === 0),
        })),
      })
      return true
    }),
}

function searcherOf(store: Store) {
  const { page, count } = searcher(store.db)
  return {
    page,
    /** Counts to the end. */
    countAll(of: Parameters<typeof count>[0]) {
      for (let so = count(of, null); ; so = count(of, so.next)) if (!so.next) return so
    },
  }
}

/** Offsets of hits as files have them: code points of the text, or of the title. */
function codePoints(
  store: Store,
): (hit: Pick<Hit, 'article' | 'title'>, range: Range, inTitle: boolean) => Range {
  let [known, map] = ['', offsetMap('')]
  return ({ article, title }, { start, end }, inTitle) => {
    const of = `${article} ${inTitle}`
    if (known !== of) map = offsetMap(inTitle ? title : (store.tables.article.text(article) ?? ''))
    known = of
    return { start: map.toCodePoints(start), end: map.toCodePoints(end) }
  }
}

const where = ({ title, sentence }: Hit): string => `${title}, ${sentence === 0 ? 'title' : sentence}`

function orderOf(sort: string): HitOrder {
  const order = Object.hasOwn(SORTS, sort) ? SORTS[sort] : undefined
  if (order) return order
  throw new Refusal('invalid-input', `--sort takes ${Object.keys(SORTS).join(', ')}, not “${sort}”.`)
}

function limitOf(limit: string | undefined): number {
  if (limit === undefined) return LIMIT
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit)
  throw new Refusal('invalid-input', `--limit takes a number from 1, not “${limit}”.`)
}
