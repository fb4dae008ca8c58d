/** What each colleague has been sent, so that the next file for them brings only what is new. */
import type { Colleague } from '#app/contract'
import type { Store } from '#main/store/store'

/** Up to which change a colleague has been sent everything; 0 where nothing was. */
export const lastShareWith = ({ db }: Store, colleague: string): number =>
  db.prepare<[string], number>('select seq from shares where colleague = ?').pluck().get(colleague) ?? 0

/** Notes that a file for a colleague, up to this change, is on the disk. */
export function noteShare({ db }: Store, colleague: string, seq: number): void {
  db.prepare('insert or replace into shares (colleague, seq, at) values (?, ?, ?)').run(
    colleague,
    seq,
    new Date().toISOString(),
  )
}

/** Who has been sent what changed, the last one first. */
export const colleagues = ({ db }: Store): Colleague[] =>
  db
    .prepare<[], { name: string; at: string; news: number }>(`
      select colleague name, at, exists (select 1 from changes where changes.seq > shares.seq) news
      from shares order by at desc, name`)
    .all()
    .map(({ news, ...one }) => ({ ...one, news: news === 1 }))
