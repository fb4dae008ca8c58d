import type { Database } from 'better-sqlite3'
import type { Annotation } from '#app/model/annotation'
import { GOLD } from '#app/model/annotator'
import { lastStatus } from '#app/model/status-history'
import { DEADLINE, isLink } from '#app/register/roles'

/** The deadline of what has none: after all others. */
export const NEVER = '9999'

interface Standing {
  readonly kind: string
  readonly card: string
  readonly status: string
  readonly since: string
  readonly due: string
}

/** Keeps where annotations stand that are followed up over time, and the cards that they make. */
export function standingKeeper(db: Database) {
  const get = db.prepare<[string], Pick<Standing, 'kind' | 'card'>>(
    'select kind, card from standings where annotation = ?',
  )
  const put = db.prepare(`insert or replace into main.standings (annotation, kind, card, status, since, due)
    values (@annotation, @kind, @card, @status, @since, @due)`)
  const remove = db.prepare('delete from main.standings where annotation = ?')
  const last = db
    .prepare<[string, string], string>(`select status from standings
      where kind = ? and card = ? and since > '' order by since desc, annotation desc limit 1`)
    .pluck()
  const first = db
    .prepare<[string, string], string>(
      'select due from standings where kind = ? and card = ? order by due limit 1',
    )
    .pluck()
  const putCard = db.prepare(
    'insert or replace into main.cards (kind, card, status, due) values (?, ?, ?, ?)',
  )
  const removeCard = db.prepare('delete from main.cards where kind = ? and card = ?')

  function refresh(kind: string, card: string): void {
    const due = first.get(kind, card)
    if (due === undefined) removeCard.run(kind, card)
    else putCard.run(kind, card, last.get(kind, card) ?? '', due)
  }

  function replace(id: string, standing: Standing | undefined): void {
    const before = get.get(id)
    if (standing) put.run({ annotation: id, ...standing })
    else if (before) remove.run(id)
    if (before) refresh(before.kind, before.card)
    if (standing) refresh(standing.kind, standing.card)
  }

  return {
    put: (annotation: Annotation): void => replace(annotation.id, standingOf(annotation)),
    remove: (id: string): void => replace(id, undefined),
  }
}

/** Where an annotation stands, as far as its attributes tell; undefined where nobody follows it up. */
function standingOf({ id, annotator, label, attributes }: Annotation): Standing | undefined {
  if (annotator === GOLD.id) return undefined
  const values = Object.entries(attributes)
  const link = values.find(([attribute]) => isLink(attribute))
  const due = values.find(([attribute]) => attribute === DEADLINE)?.[1]
  const status = values.flatMap(([, value]) =>
    BEGINS_WITH_DATE.test(value) ? (lastStatus(value) ?? []) : [],
  )[0]
  if (!link && !due && !status) return undefined
  const [kind, card] = link ?? [label, id]
  return { kind, card, status: status?.status ?? '', since: status?.date ?? '', due: due ?? NEVER }
}

const BEGINS_WITH_DATE = /^\d{4}-\d{2}-\d{2} /
