/** What a project remembers of its team folders. It is beside the history: nothing of it travels, or is undone. */
import type { Store } from '#main/store/store'
import type { FolderFile } from './list-folder.ts'

/** What is known of one device's series. */
export interface Reached {
  /** The numbers that were merged or written. */
  readonly numbers: ReadonlySet<number>
  /** The highest of them that brought all; 0 where none did. */
  readonly whole: number
}

/** A file that this project wrote. */
export interface OwnFile {
  readonly sha256: string
  readonly whole: boolean
  /** The change up to which it and those before it in its series say everything. */
  readonly upto: number
}

interface Row {
  readonly sha256: string
  readonly device: string
  readonly number: number
  readonly whole: number
  readonly change: number | null
  readonly upto: number | null
}

export type FolderRecord = ReturnType<typeof folderRecord>

/** Reads what is remembered now, and notes what comes to it. */
export function folderRecord({ db }: Store) {
  const rows = db
    .prepare<[], Row>('select sha256, device, number, whole, change, upto from folder_files')
    .all()
  const add = db.prepare(
    'insert or replace into folder_files (sha256, device, number, whole, change, upto, at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const waits = db
    .prepare<[string, string], string>('select since from folder_waiting where name = ? and sha256 = ?')
    .pluck()
  const wait = db.prepare('insert or replace into folder_waiting (name, sha256, since) values (?, ?, ?)')
  const forgetOthers = db.prepare(
    'delete from folder_waiting where name not in (select value from json_each(?))',
  )
  const newer = db
    .prepare<[number, string], number>(`
      select exists (select 1 from changes where seq > ?
        and coalesce(reverts, seq) not in (select value from json_each(?)))`)
    .pluck()

  return {
    /** The files that were merged or written, by their SHA-256. */
    known: (): Set<string> => new Set(rows.map(({ sha256 }) => sha256)),

    reached(): Map<string, Reached> {
      const series = Map.groupBy(rows, ({ device }) => device)
      return new Map(
        Array.from(series, ([device, files]) => [
          device,
          {
            numbers: new Set(files.map(({ number }) => number)),
            whole: Math.max(0, ...files.map(({ whole, number }) => whole * number)),
          },
        ]),
      )
    },

    /** The files that this project wrote, by their SHA-256. */
    own: (): Map<string, OwnFile> =>
      new Map(
        rows.flatMap(({ sha256, whole, upto }) =>
          upto === null ? [] : [[sha256, { sha256, whole: whole === 1, upto }]],
        ),
      ),

    /** The changes that merged some of these files. */
    changesBy: (files: readonly FolderFile[]): number[] => {
      const there = new Set(files.map(({ sha256 }) => sha256))
      return rows.flatMap(({ sha256, change }) => (change !== null && there.has(sha256) ? [change] : []))
    },

    /** Whether anything happened after a change, apart from these changes and their being undone. */
    hasNews: (after: number, without: readonly number[]): boolean =>
      newer.get(after, JSON.stringify(without)) === 1,

    /** Within the transaction of the merge. */
    noteMerged(file: FolderFile, whole: boolean, change: number | undefined, at: string): void {
      add.run(file.sha256, file.device, file.number, whole ? 1 : 0, change ?? null, null, at)
    },

    noteWritten(own: OwnFile, device: string, number: number, at: string): void {
      add.run(own.sha256, device, number, own.whole ? 1 : 0, null, own.upto, at)
    },

    /** Since when a file waits as it is. One that changed meanwhile is still on its way, and begins anew. */
    waitsSince(file: FolderFile, now: string): string {
      const since = waits.get(file.name, file.sha256)
      if (since === undefined) wait.run(file.name, file.sha256, now)
      return since ?? now
    },

    /** Forgets since when others waited. */
    onlyWaiting(names: readonly string[]): void {
      forgetOthers.run(JSON.stringify(names))
    },
  }
}
