import type { Database } from 'better-sqlite3'
import type { Facet } from '#app/contract/library'
import type { AttributeId } from '#app/model/ids'
import { BINNED } from './article-filter.ts'

export interface FacetQuery {
  readonly of: 'source' | 'language' | 'annotator' | 'label' | { readonly attribute: AttributeId }
  /** Letters that a value has in it, upper and lower case alike; empty for all. */
  readonly like: string
  readonly limit: number
}

/** Values, and the keys of the articles that have them: each from an index. */
const VALUES = {
  source: "select source as value, key from articles where source <> ''",
  language: "select language as value, key from articles where language <> ''",
  annotator: 'select annotator as value, key from progress',
  label: 'select label as value, key from article_labels',
  attribute: 'select distinct value, key from attribute_values where attribute = @attribute',
} as const

/** The values that articles can be filtered by, those of most articles first. The bin is left out. */
export function facetsOf(db: Database, { of, like, limit }: FacetQuery): Facet[] {
  const [kind, attribute] = typeof of === 'string' ? [of, ''] : (['attribute', of.attribute] as const)
  return db
    .prepare<object, Facet>(`
      select value, count(*) as articles from (${VALUES[kind]})
      where key not in (${BINNED}) and value like @like escape '\\'
      group by value order by articles desc, value limit @limit`)
    .all({ attribute, limit, like: `%${like.replace(/[\\%_]/g, '\\$&')}%` })
}
