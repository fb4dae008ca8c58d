import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rendererFolder } from '#main/services/pages'
import type { Bench } from './bench.ts'

/** What is fetched before anything is imported on demand: of the page, its scripts, styles and preloads. */
const OF_PAGE = /(?:src|href)="\.?\/?(?:assets\/)?([^"]+\.(?:js|css))"/g
/** Of a script, what it imports at its head. */
const OF_SCRIPT = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

/**
 * The scripts and styles of the built renderer, each compressed with gzip at its strongest; fonts not counted. A window
 * starts with some of them; the views that few open, and the languages, are fetched when they are wanted.
 */
export const bundle: Bench = {
  name: 'bundle',
  async run() {
    const assets = join(rendererFolder(), 'assets')
    const sizes = new Map(
      readdirSync(assets)
        .filter(file => /\.(js|css)$/.test(file))
        .map(file => [file, gzipSync(readFileSync(join(assets, file)), { level: 9 }).length / 1000]),
    )
    const sum = (files: Iterable<string>) => [...files].reduce((kB, file) => kB + (sizes.get(file) ?? 0), 0)
    return [
      {
        name: 'what a window starts with, compressed',
        value: sum(startOf(assets)),
        unit: 'kB',
        bar: 400,
      },
      { name: 'all of the renderer, compressed', value: sum(sizes.keys()), unit: 'kB' },
    ]
  },
}

/** The names of the files that are there before anything is imported on demand. */
function startOf(assets: string): Set<string> {
  const page = readFileSync(join(rendererFolder(), 'index.html'), 'utf8')
  const files = new Set([...page.matchAll(OF_PAGE)].map(([, name = '']) => basename(name)))
  // A set is walked with what is added to it meanwhile.
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    const script = readFileSync(join(assets, file), 'utf8')
    for (const [, name = ''] of script.matchAll(OF_SCRIPT)) files.add(name)
  }
  return files
}
