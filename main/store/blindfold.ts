/**
 * What an annotator sees who works blind. Their connection has views of its own before the tables that hold layers, or
 * what is derived from layers, by the same names: with their own rows and nothing else. So no question, of today or of
 * tomorrow, can forget it. Such a connection is only read from; what the house writes names its tables with `main.`.
 */
import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { isClosed } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import { isSecondReading } from '#app/model/second-reading'
import type { Store } from './store.ts'

/**
 * Whether somebody is not to see what others have said: articles were dealt blind, and the layers not yet opened. It
 * holds for everybody but who dealt, and for them too where they dealt to themselves. A second reading is always blind:
 * neither the first one shows, nor what others said.
 */
export const worksBlind = ({ tables }: Store, annotator: AnnotatorId): boolean =>
  isSecondReading(annotator) ||
  tables.dealing.all().some(one => isClosed(one) && (one.by !== annotator || one.to.includes(annotator)))

/** Throws a refusal where somebody is not to see what others have said. */
export function assertSees(store: Store, annotator: AnnotatorId): void {
  if (isSecondReading(annotator))
    throw new Refusal(
      'conflict',
      'This is your second reading: what you and others said before is not shown. End it first.',
    )
  if (!worksBlind(store, annotator)) return
  throw new Refusal(
    'conflict',
    'You work blind: what others say is not shown until who dealt the articles out opens the layers.',
  )
}

/** Tables of which a blind annotator sees but their own rows, each as a condition on the row. */
const OWN: Readonly<Record<string, string>> = {
  annotations: 'annotator = @me',
  reviews: 'annotator = @me',
  progress: 'annotator = @me',
  working_days: 'annotator = @me',
  attribute_values: 'annotator = @me',
  // What is decided between annotators tells what they said.
  decisions: 'false',
  disputed: 'false',
  article_labels: `exists (select 1 from main.articles x join main.annotations n on n.article = x.id
    where x.key = article_labels.key and n.label = article_labels.label and n.annotator = @me)`,
  standings: `exists (select 1 from main.annotations n where n.id = standings.annotation and n.annotator = @me)`,
  history: `kind not in ('annotation', 'review', 'decision')`,
  siblings: `kind not in ('annotation', 'review', 'decision') or value ->> '$.annotator' = @me`,
  tombstones: `kind not in ('annotation', 'review', 'decision') or last ->> '$.annotator' = @me`,
}

/** What is counted over rows that are hidden, counted over those that are not. */
const COUNTED: Readonly<Record<string, string>> = {
  known_values: `select k.key, k.attribute, k.value, k.folded, count(*) as uses
    from main.known_values k join main.attribute_values v on v.attribute = k.attribute and v.value = k.value
    where v.annotator = @me group by k.key`,
  cards: `select kind, card, coalesce((select status from temp.standings l where l.kind = s.kind and l.card = s.card
      and l.since > '' order by l.since desc, l.annotation desc limit 1), '') as status, min(due) as due
    from temp.standings s group by kind, card`,
}

/** Puts the views before the tables, on a connection that nothing was prepared on yet. */
export function blindfold(db: Database, me: AnnotatorId): void {
  const own = Object.entries(OWN).map(
    ([table, condition]) => [table, `select * from main.${table} as ${table} where ${condition}`] as const,
  )
  for (const [table, query] of [...own, ...Object.entries(COUNTED)])
    db.exec(`create temp view ${table} as ${query.replaceAll('@me', `'${me}'`)}`)
  // A view has no index of its own that a query could name.
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => prepare(sql.replace(NAMED_INDEX, ''))) as typeof db.prepare // the same, of other text
}

const NAMED_INDEX = / indexed by (?:annotations|known_values)_\w+/g
