import { basename, dirname } from 'node:path'
import { Refusal } from '#app/failure'

/** What SQLite says of a drive that has no locks, as some of a network: in one of these ways. */
const NO_LOCKS = /^SQLITE_(IOERR_(LOCK|UNLOCK|RDLOCK|CHECKRESERVEDLOCK|SHM\w*)|PROTOCOL|NOLFS)$/

/** What the disk or SQLite said, as a sentence for a person; undefined where it is a fault of ours. */
export function diskRefusal(error: unknown, path: string): Refusal | undefined {
  const code = codeOf(error)
  const name = basename(path)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'SQLITE_FULL':
      return new Refusal(
        'disk',
        `The disk is full: ${name} was not written. Make room and try again; what was saved before is safe.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_CANTOPEN':
      return new Refusal(
        'disk',
        `${name} cannot be written in ${dirname(path)}. Check that the folder is there and that you may write to it.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    // Node, of a path with a NUL in it.
    case 'ERR_INVALID_ARG_VALUE':
      return new Refusal('not-found', `There is no ${path}. Check the name and the folder.`)
    case 'EISDIR':
      return new Refusal('invalid-input', `${path} is a folder. Name a file.`)
    case 'SQLITE_NOTADB':
      return (
        colleaguesFile(path) ??
        new Refusal('unreadable', `${name} is not an Assay project. Choose a file that Assay made.`)
      )
    case 'SQLITE_CORRUPT':
      return new Refusal(
        'damaged',
        `${name} is damaged. Restore it from one of its backups; the file was left as it is.`,
      )
    default:
      if (code.startsWith('SQLITE_CORRUPT')) return diskRefusal({ code: 'SQLITE_CORRUPT' }, path)
      if (NO_LOCKS.test(code)) {
        return new Refusal(
          'disk',
          `The drive of ${name} cannot lock files, so a project is not safe on it. Copy it to this computer and open it there; share it by exchange file or team folder.`,
        )
      }
      if (code.startsWith('SQLITE_IOERR')) {
        return new Refusal(
          'disk',
          `The disk reported an error for ${name}. Check the disk; nothing of this change was saved.`,
        )
      }
      if (code.startsWith('SQLITE_BUSY')) {
        return new Refusal('busy', `${name} is busy with another task. Try again in a moment.`)
      }
      return undefined
  }
}

/** The refusal of what is no project and is called as exchange files are, packed and encrypted or not; else undefined. */
export function colleaguesFile(path: string): Refusal | undefined {
  if (!/\.assay\.jsonl(\.gz)?(\.age)?$/i.test(path)) return undefined
  return new Refusal(
    'unreadable',
    `${basename(path)} is a colleague’s file, not a project. Begin a project with it (\`assay init --from\`), or merge it into yours.`,
  )
}

/** True where SQLite could not get the project because another connection writes just now. */
export const isBusy = (error: unknown): boolean => isSqlite(error) && error.code.startsWith('SQLITE_BUSY')

/** True where something speaks of a record that is not there: said at the end, when all that comes is there. */
export const isReferenceBroken = (error: unknown): boolean =>
  isSqlite(error) && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

/** Whether an error is one of SQLite's, by whichever of its modules. */
export const isSqlite = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && codeOf(error).startsWith('SQLITE_')

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
