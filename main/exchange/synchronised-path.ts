/** A project file that lies where something synchronises it: a danger to the work in it. */
import { readdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { SynchronisedPlace } from '#app/contract'

/** Names that the folders of synchronisers bear, as they are installed. */
const FOLDERS: readonly (readonly [name: RegExp, synchroniser: string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive([ -].+)?$/i, 'OneDrive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud Drive'],
  [/^Google ?Drive([ -].+)?$/i, 'Google Drive'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
]

/** What synchronisers leave in the uppermost of the folders that they synchronise. */
const MARKERS: readonly (readonly [name: RegExp, synchroniser: string])[] = [
  [/^\.dropbox\.cache$/, 'Dropbox'],
  [/^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\._?sync_[0-9a-f]+\.db$/, 'Nextcloud or ownCloud'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.tmp\.drive(upload|download)$/, 'Google Drive'],
]

/**
 * What synchronises the place where a project file lies; null where nothing is known against it. Reads the folders above
 * it.
 *
 * @param teamFolder the folder in use as one, which is synchronised whoever does it
 */
export function synchronisedPlace(projectPath: string, teamFolder?: string): SynchronisedPlace | null {
  const folders = ancestors(resolve(projectPath))
  if (teamFolder !== undefined && folders.includes(resolve(teamFolder))) return { synchroniser: null }
  const synchroniser = folders.map(synchroniserOf).find(one => one !== undefined)
  return synchroniser === undefined ? null : { synchroniser }
}

/** The same, as a sentence for a person; null where nothing is known against the place. */
export function warnIfSynchronised(projectPath: string, teamFolder?: string): string | null {
  const place = synchronisedPlace(projectPath, teamFolder)
  if (place === null) return null
  const { synchroniser } = place
  const where = synchroniser === null ? 'in the team folder' : `in a folder that ${synchroniser} synchronises`
  return `${basename(projectPath)} lies ${where}: copied while it is written, or opened on two computers, it loses work. Move it to a folder that nothing synchronises, and exchange the work through a team folder (\`assay sync\`).`
}

/** The folders that a path is in, the nearest first. */
function ancestors(path: string): string[] {
  const folder = dirname(path)
  return folder === path ? [] : [folder, ...ancestors(folder)]
}

function synchroniserOf(folder: string): string | undefined {
  const named = FOLDERS.find(([name]) => name.test(basename(folder)))
  if (named) return named[1]
  const entries = entriesOf(folder)
  return MARKERS.find(([name]) => entries.some(entry => name.test(entry)))?.[1]
}

/** What lies in a folder; nothing where we may not look. */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
