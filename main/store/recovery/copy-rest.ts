import type { Database } from 'better-sqlite3'
import { TABLE_OF } from '#main/exchange/entries'

/** What stands although it was deleted, because something leans on it. */
const LEANING = new Set(['article', 'label', 'segmentation'])

/** Copies what is no record from the attached `salvaged`: history, tombstones, what was sent and received, places. */
export function copyRest(db: Database): void {
  db.exec(`
    insert into changes select * from salvaged.changes;
    -- An undo whose step is lost can be taken for one no more, nor done again.
    update changes set reverts = null, state = 2 where reverts is not null and reverts not in (select seq from changes);
    insert into history select * from salvaged.history where change in (select seq from changes);
    insert into tombstones select * from salvaged.tombstones;
    insert into siblings select * from salvaged.siblings;
    insert into shares select * from salvaged.shares;
    insert into arrivals select * from salvaged.arrivals;
    insert into arrived select * from salvaged.arrived where arrival in (select key from arrivals);
    insert into folder_files select * from salvaged.folder_files;
    insert into folder_waiting select * from salvaged.folder_waiting;
    insert into positions select * from salvaged.positions;
    -- Texts of articles whose import was undone: the history can bring them back.
    insert or ignore into texts select * from salvaged.texts where article in (select record from tombstones);
  `)
  for (const [kind, { table, id }] of Object.entries(TABLE_OF)) {
    if (!LEANING.has(kind))
      db.prepare(`delete from tombstones where kind = ? and record in (select ${id} from ${table})`).run(kind)
  }
}
