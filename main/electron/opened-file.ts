/** A file that somebody opens with Assay from outside of it: by a double click, from the shell, by the system. */
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#app/failure'

/** The path of a project. */
const PROJECT = /\.assay$/i

/** Whether a path is that of a file of a colleague's work. */
export const isExchangeFile = (path: string): boolean => /\.assay\.jsonl(\.gz)?$/i.test(path)

/**
 * The first file among the words of a command line that Assay opens; desktops give it as a path or as a `file:` address.
 *
 * @param from the folder that a relative path begins in
 * @returns its absolute path
 */
export function fileIn(words: readonly string[], from: string): string | undefined {
  const paths = words.flatMap(pathOf)
  const path = paths.find(one => PROJECT.test(one) || isExchangeFile(one))
  return path === undefined ? undefined : resolve(from, path)
}

/** Throws a refusal, which says what to do, where a file is no project but is to be merged into one. */
export function assertProject(path: string): void {
  if (!isExchangeFile(path)) return
  throw new Refusal(
    'invalid-input',
    `${basename(path)} has a colleague’s work. Open the project that it belongs to, and merge it there.`,
  )
}

function pathOf(word: string): string[] {
  if (!/^file:/i.test(word)) return [word]
  try {
    return [fileURLToPath(word)]
  } catch {
    // An address that is no path of this computer.
    return []
  }
}
