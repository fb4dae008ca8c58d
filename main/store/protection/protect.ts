/** Protecting a project with a passphrase, giving it another, and removing it: the project first, then its backups. */
import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#app/failure'
import { backupsOf } from '../backup.ts'
import { diskRefusal } from '../disk.ts'
import { lockProject } from '../lock.ts'
import { type Pause, unwatched } from '../pause.ts'
import { isOf, isProtected, type ProjectKey } from './project-key.ts'
import { rewrite } from './rewrite.ts'

/** What became of what lies beside the project. */
export interface Rewritten {
  /** Backups that are under the key now, or free of one. */
  readonly backups: number
  /** Backups that could not be read, and were removed so that nothing of the project lies bare. */
  readonly removed: number
  /** Backups that the disk did not take, or before which the work was stopped: with the next one they are tried again. */
  readonly left: number
  /** Other copies beside the project that are not protected: how it was before an update, say. They are left. */
  readonly bare: readonly string[]
}

/**
 * Puts a project, which nobody has open, and its backups under another key, or none. Throws a refusal where the project
 * cannot be, or was stopped, and has changed nothing then: `damaged`, `busy`, `disk`, `cancelled`. Stopped after the
 * project was written it leaves the other backups as they are.
 *
 * @param pause is told of bytes
 */
export function rekey(
  path: string,
  from: ProjectKey | undefined,
  to: ProjectKey | undefined,
  pause: Pause = unwatched,
): Rewritten {
  const lock = lockProject(path)
  try {
    const backups = backupsUnder(path, from, to)
    const told = inTurn([path, ...backups], pause)
    // Not a link that leads to it, for the file behind that would stay.
    rewrite(realpathSync(path), from, to, told(path))
    return { ...rekeyBackups(backups, from, to, told), bare: to ? bareCopiesOf(path) : [] }
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  } finally {
    lock.release()
  }
}

/** Protects the backups that are not yet: a process may have been killed before it came to them. */
export const protectBackups = (path: string, key: ProjectKey): void =>
  void rekeyBackups(backupsUnder(path, undefined, key), undefined, key)

/** The backups that can be put under another key. Those with yet another passphrase are left: nobody here can read them. */
const backupsUnder = (path: string, from: ProjectKey | undefined, to: ProjectKey | undefined): string[] =>
  backupsOf(path).filter(backup =>
    isProtected(backup) ? from !== undefined && isOf(from, backup) : to !== undefined,
  )

/** Of each of several files that are written one after the other, what is told of it, as part of them all. */
function inTurn(files: readonly string[], pause: Pause): (file: string) => (bytes: number) => void {
  const sizes = files.map(file => statSync(file).size)
  const sum = (some: readonly number[]): number => some.reduce((all, size) => all + size, 0)
  const total = sum(sizes)
  return file => {
    const before = sum(sizes.slice(0, files.indexOf(file)))
    return bytes => pause(Math.min(before + bytes, total), total)
  }
}

function rekeyBackups(
  all: readonly string[],
  from: ProjectKey | undefined,
  to: ProjectKey | undefined,
  told: (backup: string) => (bytes: number) => void = () => () => {},
): Omit<Rewritten, 'bare'> {
  let [backups, removed, left] = [0, 0, 0]
  for (const backup of all) {
    try {
      rewrite(backup, isProtected(backup) ? from : undefined, to, told(backup))
      backups++
    } catch (error) {
      const { code } = error instanceof Refusal ? error : (diskRefusal(error, backup) ?? {})
      if (code === undefined) throw error
      if (to && (code === 'damaged' || code === 'unreadable')) {
        rmSync(backup, { force: true })
        removed++
      } else left++
    }
  }
  return { backups, removed, left }
}

/** Copies that Assay itself may have put beside a project: their names begin with its own. */
function bareCopiesOf(path: string): string[] {
  const beginning = `${basename(path, '.assay')} (`
  return readdirSync(dirname(path)).filter(
    name => name.startsWith(beginning) && name.endsWith('.assay') && !isProtected(join(dirname(path), name)),
  )
}

/** Removes what a killed process left of a file that was to come in the place of the project: it may lie bare. */
export function removeHalves(path: string): void {
  const beginning = `.${basename(path)}.`
  for (const name of readdirSync(dirname(path)))
    if (
      name.startsWith(beginning) &&
      /^[0-9a-f]{8}\.partial(-wal|-shm|-journal)?$/.test(name.slice(beginning.length))
    )
      rmSync(join(dirname(path), name), { force: true })
}
