import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rendererFolder } from '#main/services/pages'
import type { Bench } from './bench.ts'

/** The scripts and styles of the built renderer, each compressed with gzip at its strongest; fonts not counted. */
export const bundle: Bench = {
  name: 'bundle',
  async run() {
    const folder = rendererFolder()
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const bytes = files
      .filter(file => /\.(js|css)$/.test(file))
      .map(file => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    const value = bytes.reduce((sum, one) => sum + one, 0) / 1000
    return [{ name: 'bundle of the renderer, compressed', value, unit: 'kB', bar: 400 }]
  },
}
