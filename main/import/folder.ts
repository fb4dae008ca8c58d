import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { COMPANION_ENDINGS } from '#app/formats/together'
import { SOURCE_ENDINGS } from '#app/model/source-endings'

/** Folders deeper than this are not searched. */
const DEEPEST = 20

const READABLE = new Set([...SOURCE_ENDINGS, ...COMPANION_ENDINGS])

/**
 * The files in a folder, and in the folders within it, that are of a kind that Assay reads, in the order of their
 * names. Hidden files and links are passed over: a link may lead out of the folder, or in a circle.
 */
export async function* filesIn(folder: string, depth = 0): AsyncGenerator<string> {
  if (depth > DEEPEST) return
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path, depth + 1)
    else if (entry.isFile() && READABLE.has(extname(entry.name).slice(1).toLowerCase())) yield path
  }
}
