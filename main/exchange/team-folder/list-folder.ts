import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectId } from '#app/model/ids'
import { diskRefusal } from '#main/store/disk'
import type { FolderMemory } from './folder-memory.ts'
import { type SeriesFile, seriesFileOf, seriesOrder } from './series-file.ts'

/** A file of a series, as it lies in the folder. */
export interface FolderFile extends SeriesFile {
  readonly path: string
  readonly bytes: number
  /** Of the bytes as they are; empty where the file cannot be read just now, such as while it is being received. */
  readonly sha256: string
}

/** The files of a project's series in a folder, in their order. Throws a refusal where the folder is not there. */
export async function listFolder(
  folder: string,
  project: ProjectId,
  memory: FolderMemory,
): Promise<FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(error => {
    throw diskRefusal(error, folder) ?? error
  })
  const named = entries.flatMap(entry => (entry.isFile() ? (seriesFileOf(entry.name, project) ?? []) : []))
  const files: FolderFile[] = []
  for (const one of named.sort(seriesOrder)) {
    const path = join(folder, one.name)
    const stats = await stat(path).catch(gone)
    if (!stats) continue
    const sha256 = await memory.sha256(path, stats).catch(gone)
    if (sha256 !== undefined) files.push({ ...one, path, bytes: stats.size, sha256 })
  }
  return files
}

/** A synchroniser may take a file away, or hold it closed, at any moment. */
function gone(error: NodeJS.ErrnoException): undefined | '' {
  return error.code === 'ENOENT' ? undefined : ''
}
