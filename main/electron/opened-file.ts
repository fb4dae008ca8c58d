/** A file that somebody opens with Assay from outside of it: by a double click, from the shell, by the system. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isExchangeFile } from '#app/exchange/file-name'

/** The path of a project. */
const PROJECT = /\.assay$/i

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

function pathOf(word: string): string[] {
  if (!/^file:/i.test(word)) return [word]
  try {
    return [fileURLToPath(word)]
  } catch {
    // An address that is no path of this computer.
    return []
  }
}
