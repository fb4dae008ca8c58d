import type { Database } from 'better-sqlite3'
import type { KnownName, NamePage, ValueUses } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { folded } from '#app/text/folded'

/** How many are offered. */
const OFFERED = 20
/** As many that begin so are sorted by use; where there are more, the most used are walked until enough begin so. */
const SORTED = 4000
/** As many that have a word that begins so are looked at. */
const LOOKED_AT = 400

/** After every text that begins with what it is added to. */
const END = '\u{10ffff}'

type Beginning = { readonly attribute: string; readonly from: string; readonly end: string }
const BEGINS = 'attribute = @attribute and folded >= @from and folded < @end'

/** The SQL of completion: of the values that begin so few are sorted and many walked by use; then those with a word that does. */
export const COMPLETE = {
  few: `select value, uses from known_values indexed by known_values_by_beginning
    where ${BEGINS} order by uses desc, folded, value limit ${OFFERED}`,
  many: `select value, uses from known_values indexed by known_values_by_uses
    where ${BEGINS} order by uses desc, folded, value limit ${OFFERED}`,
  count: `select count(*) from (select 1 from known_values indexed by known_values_by_beginning
    where ${BEGINS} limit ${SORTED})`,
  // The + keeps SQLite from walking all values of the attribute to find the few whose words were found.
  within: `select value, uses from known_values
    where key in (select rowid from value_words where value_words match @match limit ${LOOKED_AT})
      and +attribute = @attribute
    order by uses desc, folded limit ${OFFERED}`,
} as const

/** Reads the names of a project: the values of its attributes. */
export function namesOf(db: Database) {
  const few = db.prepare<Beginning, KnownName>(COMPLETE.few)
  const many = db.prepare<Beginning, KnownName>(COMPLETE.many)
  const count = db.prepare<Beginning, number>(COMPLETE.count).pluck()
  const within = db.prepare<object, KnownName>(COMPLETE.within)
  const uses = db.prepare<[string, string, string], ValueUses>(`select
      coalesce(sum(annotator = ?), 0) as own, count(*) as others
    from attribute_values where attribute = ? and value = ?`)

  return {
    /** Those that begin with a text, most used first; then those of which a word begins so. At most 20. */
    complete(attribute: string, text: string): KnownName[] {
      const from = folded(text.trim())
      const given = { attribute, from, end: `${from}${END}` }
      const begin = (count.get(given) ?? 0) < SORTED ? few.all(given) : many.all(given)
      const match = begin.length < OFFERED && from.length > 1 ? wordsOf(attribute, from) : undefined
      const more = match ? within.all({ attribute, match }) : []
      const known = new Set(begin.map(one => one.value))
      return [...begin, ...more.filter(one => !known.has(one.value))].slice(0, OFFERED)
    },

    /** A page of those of an attribute, most used first. */
    list({ attribute, text, offset, limit }: ListQuery): NamePage {
      const match = wordsOf(attribute, text)
      const where = `${match ? '+' : ''}attribute = @attribute
        ${match ? 'and key in (select rowid from value_words where value_words match @match)' : ''}`
      const given = { attribute, match }
      const total = db.prepare<object, number>(`select count(*) from known_values where ${where}`).pluck()
      const names = db.prepare<object, KnownName>(
        `select value, uses from known_values where ${where}
        order by uses desc, folded, value limit @limit offset @offset`,
      )
      return { total: total.get(given) ?? 0, names: names.all({ ...given, offset, limit }) }
    },

    /** How many annotations have a value, of this annotator and of others. */
    uses(attribute: string, value: string, by: AnnotatorId): ValueUses {
      const { own, others } = uses.get(by, attribute, value) ?? { own: 0, others: 0 }
      return { own, others: others - own }
    },
  }
}

export interface ListQuery {
  readonly attribute: string
  /** Words of which each has to begin a word of the name; empty for all. */
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** What asks value_words for values with words that begin like those of a text; undefined where it has none. */
export function wordsOf(attribute: string, text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return undefined
  return `${ofAttribute(attribute)} AND value : (${words.map(word => `"${word}"*`).join(' AND ')})`
}

/** Keeps to the values of an attribute. Its id is words of letters and digits with - and _ between: a phrase of FTS5. */
export const ofAttribute = (attribute: string): string => `attribute : "${attribute}"`
