import type { BoardCard, BoardColumn, BoardPlace } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { AnnotatorId } from '#app/model/ids'
import { type Board, boardOf } from '#app/register/roles'
import { BINNED_ARTICLES } from '#main/store/article-filter'
import type { Store } from '#main/store/store'
import { NEVER } from '#main/store/tables/standings'
import type { appearancesOf } from './appearances.ts'
import type { entriesOf } from './entries.ts'
import { walker } from './walk.ts'

const PAGE = 30

export interface CardRow {
  readonly kind: string
  readonly card: string
  readonly status: string
  readonly due: string
}

export interface ColumnQuery {
  readonly status: string
  /** Only of this name; empty for all. */
  readonly who: string
  readonly after: BoardPlace | null
}

const AFTER = `(c.due, c.kind, c.card) > (@due, @kind, @card)`

/** The SQL of a column: an index walk for each kind of card; with a name, from what is that person's. */
export const columnOf = (kinds: readonly string[], who: boolean): string =>
  who
    ? `select distinct c.* from attribute_values v
      join standings s on s.annotation = v.annotation
      join cards c on c.kind = s.kind and c.card = s.card
      where v.attribute in (select value from json_each(@by)) and v.value = @who
        and c.kind in (select value from json_each(@kinds)) and c.status = @status and ${AFTER}
      order by c.due, c.kind, c.card limit ${PAGE}`
    : `select * from (${kinds
        .map(
          (_, index) => `select * from (
            select c.* from cards c where c.kind = @kind${index} and c.status = @status and c.due >= @due and ${AFTER}
            order by c.due, c.card limit ${PAGE})`,
        )
        .join(' union all ')}) order by due, kind, card limit ${PAGE}`

/** Reads the board of what is followed up over time. */
export function boardReader(
  store: Store,
  { by: byWhom }: ReturnType<typeof entriesOf>,
  { read }: ReturnType<typeof appearancesOf>,
) {
  const { db } = store
  const standing = db.prepare<[string], number>('select 1 from standings where annotation = ?').pluck()
  const ofPerson = db
    .prepare<object, number>(`select 1 from attribute_values where annotation = @id and value = @who
      and attribute in (select value from json_each(@by))`)
    .pluck()
  const ofCard = db
    .prepare<[string, string], string>('select annotation from standings where kind = ? and card = ?')
    .pluck()
  const usesOf = db
    .prepare<
      [string, string],
      number
    >(`select count(*) from standings s join annotations n on n.id = s.annotation
      where s.kind = ? and s.card = ? and n.article not in (${BINNED_ARTICLES})`)
    .pluck()
  const walk = walker(db)

  function cards(board: Board, { status, who, after }: ColumnQuery): CardRow[] {
    if (after?.phase === 'plain') return []
    const kinds = [...(board.link === null ? [] : [board.link]), ...board.labels]
    const place = after ?? { due: '', kind: '', card: '' }
    const numbered = Object.fromEntries(kinds.map((kind, index) => [`kind${index}`, kind]))
    const { due, kind, card } = place
    const given = { status, due, kind, card }
    const sql = columnOf(kinds, who !== '')
    return who === ''
      ? db.prepare<object, CardRow>(sql).all({ ...given, ...numbered })
      : db
          .prepare<object, CardRow>(sql)
          .all({ ...given, who, by: JSON.stringify(board.by), kinds: JSON.stringify(kinds) })
  }

  function shown(board: Board, { kind, card, status, due }: CardRow, by: AnnotatorId): BoardCard {
    const deadline = due === NEVER ? '' : due
    const uses = usesOf.get(kind, card) ?? 0
    if (kind === board.link) {
      const names = byWhom({ attribute: board.link, by: board.by }, card)
      return { kind, card, wording: card, status, deadline, by: names, uses }
    }
    const [one] = read([card], by)
    const values = new Map(Object.entries(one?.annotation.attributes ?? {}))
    const name = board.by.map(id => values.get(id)).find(value => value !== undefined)
    return {
      ...{ kind, card, wording: one?.text ?? '', status, deadline },
      by: name === undefined ? [] : [{ value: name, uses: 1 }],
      uses: 1,
    }
  }

  /** Pledges of which neither deadline nor status nor anything that links them is known, article by article. */
  function plain(board: Board, { who }: ColumnQuery, after: PlainPlace, by: AnnotatorId): BoardColumn {
    const walked = walk(board.labels, null, after, ({ id, annotator }) => {
      if (annotator === GOLD.id) return false

      if (standing.get(id)) return false
      return who === '' || ofPerson.get({ id, who, by: JSON.stringify(board.by) }) === 1
    })
    const cards = read(walked.ids, by).map(one =>
      shown(board, { kind: one.annotation.label, card: one.annotation.id, status: '', due: NEVER }, by),
    )
    return { cards, next: walked.next && { phase: 'plain', after: walked.next } }
  }

  return {
    column(query: ColumnQuery, by: AnnotatorId): BoardColumn {
      const board = boardOf(store.codebook())
      if (!board) return { cards: [], next: null }
      if (query.after?.phase === 'plain') return plain(board, query, query.after.after, by)
      const rows = cards(board, query)
      const last = rows.at(-1)
      const next: BoardPlace | null =
        last && rows.length === PAGE
          ? { phase: 'cards', due: last.due, kind: last.kind, card: last.card }
          : query.status === ''
            ? { phase: 'plain', after: null }
            : null
      // What only articles in the bin say is not on the board.
      const live = rows.filter(({ kind, card }) => (usesOf.get(kind, card) ?? 0) > 0)
      return { cards: live.map(row => shown(board, row, by)), next }
    },
    /** The annotations behind a card, at most 200. */
    card({ kind, card }: Pick<CardRow, 'kind' | 'card'>, by: AnnotatorId) {
      const ids = ofCard.all(kind, card)
      const found = read((ids.length > 0 ? ids : [card]).slice(0, 200), by)
      const date = ({ article }: (typeof found)[number]) => article.published || NEVER
      return found.toSorted((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0))
    },
  }
}

type PlainPlace = Extract<BoardPlace, { phase: 'plain' }>['after']
