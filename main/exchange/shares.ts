/** What each colleague has been sent, so that the next file for them brings only what is new. */
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
