import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '#app/failure'
import type { WrittenFile } from '#app/formats/format'
import { clearPartials, partialPath, syncFolder, writeSynced, writingRefusal } from './write-whole.ts'

/**
 * Writes files into a new folder, whole or not at all: into a temporary one beside it, which is renamed when all of
 * them are on the disk. Throws a refusal (`exists`) where a folder with something in it, or a file, is there already.
 */
export async function writeFolder(path: string, files: AsyncIterable<WrittenFile>): Promise<number> {
  const partial = partialPath(path)
  try {
    assertFree(path)
    clearPartials(path)
    mkdirSync(partial)
    let bytes = 0
    for await (const { path: name, content } of files) {
      const parts = name.split('/')
      if (parts.some(part => part === '' || part === '.' || part === '..'))
        throw new Error(`a format named a file “${name}”`)
      const place = join(partial, ...parts)
      mkdirSync(dirname(place), { recursive: true })
      bytes += await writeSynced(place, content)
    }
    if (existsSync(path)) rmdirSync(path)
    renameSync(partial, path)
    syncFolder(dirname(path))
    return bytes
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw writingRefusal(error, path) ?? error
  }
}

function assertFree(path: string): void {
  if (!existsSync(path)) return
  try {
    if (readdirSync(path).length === 0) return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error
  }
  throw new Refusal('exists', `${path} is there already and is not empty. Choose another name.`)
}
