/** A project file that lies where something synchronises it: a danger to the work in it. */
import { readdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

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
 * Says why a project file should not lie where it does; null where nothing is known against the place.
 *
 * @param teamFolder the folder in use as one, which is synchronised whoever does it
 */
export function warnIfSynchronised(projectPath: string, teamFolder?: string): string | null {
  const folders = ancestors(resolve(projectPath))
  const place =
    teamFolder !== undefined && folders.includes(resolve(teamFolder))
      ? 'in the team folder'
      : placeIn(folders.map(synchroniserOf).find(one => one !== undefined))
  if (place === undefined) return null
  return `${basename(projectPath)} lies ${place}: copied while it is written, or opened on two computers, it loses work. Move it to a folder that nothing synchronises, and exchange the work through a team folder (\`assay sync\`).`
}

const placeIn = (synchroniser: string | undefined): string | undefined =>
  synchroniser && `in a folder that ${synchroniser} synchronises`

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
