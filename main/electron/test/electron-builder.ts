/** Runs electron-builder on the checkout, for the tests that look at what comes of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

export const CHECKOUT = join(import.meta.dirname, '..', '..', '..')

/**
 * Packs, and makes of it what the words ask for.
 *
 * @param place the folder for what comes of it
 * @param electron the folder of Electron
 */
export function electronBuilder(
  place: string,
  electron: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): void {
  const always = ['--publish', 'never', `-c.electronDist=${electron}`, `-c.directories.output=${place}`]
  execFileSync(process.execPath, [join(folderOf('electron-builder'), 'cli.js'), ...always, ...words], {
    cwd: CHECKOUT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Makes a folder with a program that only has Electron's fuses, all as they are delivered. */
export function standIn(folder: string, program: string): string {
  const place = join(folder, `stand-in-${program}`)
  mkdirSync(place)
  const fuses = `\u0001\u0008${'1'.repeat(8)}`
  writeFileSync(join(place, program), `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX${fuses}`, { mode: 0o755 })
  return place
}

/** The files in a folder and below, as paths from it. */
export function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Where a package is installed. */
export const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
