import type { AppearedIn, KnownName, RegisterEntry, RegisterPage } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { Link } from '#app/register/roles'
import { BINNED_ARTICLES } from '#main/store/article-filter'
import type { Store } from '#main/store/store'
import { BY_DATE } from './appearances.ts'
import { wordsOf } from './names.ts'

/** As many of those who said it, and of the verdicts, are named. */
const NAMED = 5

const ORDER = { most: 'uses desc, folded, value', wording: 'folded, value' } as const

export interface EntryQuery {
  readonly text: string
  readonly order: keyof typeof ORDER
  readonly offset: number
  readonly limit: number
}

const LINKED = `v.attribute = @attribute and v.value = @value and v.annotator <> '${GOLD.id}'
  and v.article not in (${BINNED_ARTICLES})`

/** The SQL that is asked for every entry that is shown. */
export const OF_ENTRY = {
  counts: `select count(*) as appearances, count(distinct article) as articles from (
    select distinct n.article, n.start, n."end" from attribute_values v
    join annotations n on n.id = v.annotation where ${LINKED})`,
  first: `select a.id, a.title, a.source, a.published from attribute_values v
    join articles a on a.id = v.article where ${LINKED} order by ${BY_DATE} limit 1`,
  values: `select w.value, count(*) as uses from attribute_values v
    join attribute_values w on w.annotation = v.annotation and w.attribute = @other
    where ${LINKED} group by w.value order by uses desc, w.value limit ${NAMED}`,
} as const

/** The SQL of a page of entries. */
export const pageOfEntries = (order: keyof typeof ORDER, match: boolean): string =>
  `select value, uses from known_values where ${match ? '+' : ''}attribute = @attribute
  ${match ? 'and key in (select rowid from value_words where value_words match @match)' : ''}
  order by ${ORDER[order]} limit @limit offset @offset`

/** Reads what the values of a link tie together. */
export function entriesOf({ db }: Store) {
  const counts = db.prepare<object, Pick<RegisterEntry, 'appearances' | 'articles'>>(OF_ENTRY.counts)
  const first = db.prepare<object, AppearedIn>(OF_ENTRY.first)
  const values = db.prepare<object, KnownName>(OF_ENTRY.values)

  /** By whom: the first attribute that says so of any of them. */
  function by({ attribute, by }: Pick<Link, 'attribute' | 'by'>, value: string): KnownName[] {
    for (const other of by) {
      const found = values.all({ attribute, value, other })
      if (found.length > 0) return found
    }
    return []
  }

  function entry(link: Link, { value, uses }: KnownName): RegisterEntry {
    const { attribute, verdict } = link
    return {
      ...{ value, uses },
      ...(counts.get({ attribute, value }) ?? { appearances: 0, articles: 0 }),
      first: first.get({ attribute, value }) ?? null,
      by: by(link, value),
      verdicts: verdict === null ? [] : values.all({ attribute, value, other: verdict }),
    }
  }

  return {
    by,
    page(link: Link, { text, order, offset, limit }: EntryQuery): RegisterPage {
      const { attribute } = link
      const match = wordsOf(attribute, text)
      const total = db.prepare<object, number>(
        match === undefined
          ? 'select count(*) from known_values where attribute = @attribute'
          : 'select count(*) from known_values where key in (select rowid from value_words where value_words match @match)',
      )
      const rows = db.prepare<object, KnownName>(pageOfEntries(order, match !== undefined))
      return {
        total: total.pluck().get({ attribute, match }) ?? 0,
        entries: rows.all({ attribute, match, offset, limit }).map(one => entry(link, one)),
      }
    },
  }
}
