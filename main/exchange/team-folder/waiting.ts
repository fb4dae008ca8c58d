import type { WaitingFile, WaitingReason } from '#app/exchange/folder-round'
import { assertNever } from '#app/failure'
import type { FolderFile } from './list-folder.ts'

/** Milliseconds for which a file may wait before a person is told: synchronisers take their time. */
const PATIENCE = 10 * 60_000

/** @param at milliseconds since 1970 */
export function waitingFile(
  { name }: FolderFile,
  reason: WaitingReason,
  since: string,
  at: number,
): WaitingFile {
  const hopeless = reason === 'newer-version' || reason === 'too-large' || reason === 'untrusted'
  const overdue = hopeless || at - Date.parse(since) >= PATIENCE
  return { name, reason, message: messageFor(name, reason), since, overdue }
}

function messageFor(name: string, reason: WaitingReason): string {
  switch (reason) {
    case 'incomplete':
      return `${name} has not come whole. Check that the synchronisation runs on the computer that wrote it, and on this one.`
    case 'gap':
      return `${name} follows on a file that is not in the folder yet. Check that the synchronisation has finished.`
    case 'missing':
      return `${name} speaks of an article, a label or a person that no file has brought yet. Check that everybody’s synchronisation has finished.`
    case 'newer-version':
      return `${name} was made by a newer version of Assay. Install that version to read it.`
    case 'too-large':
      return `${name} is larger than any project. Ask whoever wrote it what it is.`
    case 'untrusted':
      return `${name} is not signed by the key of whoever sent it before. Ask them whether it is theirs before you take it.`
    default:
      return assertNever(reason)
  }
}
