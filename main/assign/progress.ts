/** How far annotators have come with what was dealt to them: from what is derived of layers, not the layers themselves. */
import { DAYS_OF_PACE, expectedEnd, paceOf } from '#app/assign/pace'
import type { AnnotatorProgress, ArticleProgress } from '#app/contract'
import { type Annotator, GOLD, toldApart } from '#app/model/annotator'
import type { AnnotatorId } from '#app/model/ids'
import { BINNED } from '#main/store/article-filter'
import type { Store } from '#main/store/store'

interface Sums {
  readonly articles: number
  readonly done: number
  readonly begun: number
  readonly sentences: number
  readonly reviewed: number
}

/** The keys of the articles that are @annotator's: what was dealt to them; where nothing was, what they have begun. */
const ARTICLES = `
  select a.key from memberships m join articles a on a.id = m.article
    where m.collection = @annotator and a.key not in (${BINNED})
  union all
  select p.key from progress p where p.annotator = @annotator and p.key not in (${BINNED})
    and not exists (select 1 from memberships where collection = @annotator)`

const WITH_PROGRESS = `from (${ARTICLES}) k
  join articles a on a.key = k.key join segmentations s on s.article = a.id
  left join progress p on p.article = a.id and p.annotator = @annotator`

/** Everybody who has something to do or has done something, by name. @param today ISO 8601 */
export function progressByAnnotator(store: Store, today: string): AnnotatorProgress[] {
  const { db, tables } = store
  const sums = db.prepare<object, Sums>(`
    select count(*) as articles, coalesce(sum(p.reviewed >= s.count), 0) as done,
      coalesce(sum(p.reviewed > 0 and p.reviewed < s.count), 0) as begun,
      coalesce(sum(s.count), 0) as sentences, coalesce(sum(p.reviewed), 0) as reviewed ${WITH_PROGRESS}`)
  const computers = Map.groupBy(tables.identity.all(), one => one.annotator)
  return toldApart(tables.annotator.all())
    .filter(({ id }) => id !== GOLD.id)
    .flatMap(annotator => {
      const sum = sums.get({ annotator: annotator.id })
      if (!sum || sum.articles === 0) return []
      const said = computers.get(annotator.id)?.length ?? 0
      return [{ annotator, ...sum, ...paceAndEnd(store, annotator, sum, today), computers: said }]
    })
}

function paceAndEnd(
  { db }: Store,
  { id }: Annotator,
  { sentences, reviewed }: Sums,
  today: string,
): Pick<AnnotatorProgress, 'pace' | 'expected' | 'lastDay'> {
  const days = db
    .prepare<[string, number], { day: string; marks: number }>(
      'select day, marks from working_days where annotator = ? order by day desc limit ?',
    )
    .all(id, DAYS_OF_PACE)
  const all = db
    .prepare<[string], number>('select coalesce(sum(marks), 0) from working_days where annotator = ?')
    .pluck()
    .get(id)
  const worked = db
    .prepare<[string], number>('select coalesce(sum(reviewed), 0) from progress where annotator = ?')
    .pluck()
    .get(id)
  // A sentence may bear several annotations: what was given on a day counts as so many sentences as it does on the whole.
  const each = all ? (worked ?? 0) / all : 0
  const pace = paceOf(days.map(({ day, marks }) => ({ day, sentences: marks * each })))
  return { pace, expected: expectedEnd(sentences - reviewed, pace, today), lastDay: days[0]?.day ?? null }
}

/** The articles of one annotator, those least done first. */
export function progressByArticle(
  { db }: Store,
  annotator: AnnotatorId,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly articles: readonly ArticleProgress[] } {
  const articles = db
    .prepare<object, ArticleProgress>(`
      select a.id as article, a.title, s.count as sentences, coalesce(p.reviewed, 0) as reviewed ${WITH_PROGRESS}
      order by coalesce(p.reviewed, 0) * 1.0 / max(s.count, 1), a.key limit @limit offset @offset`)
    .all({ annotator, offset, limit })
  const total = db.prepare<object, number>(`select count(*) from (${ARTICLES})`).pluck().get({ annotator })
  return { total: total ?? 0, articles }
}
