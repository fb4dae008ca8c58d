import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { partialPath, syncFolder } from '#main/export/write-whole'

/** Copies a file byte by byte, whole or not at all, and synced to the disk. What was at the target is replaced. */
export function copyWhole(path: string, target: string): void {
  const partial = partialPath(target)
  try {
    copyFileSync(path, partial, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    const file = openSync(partial, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, target)
    syncFolder(dirname(target))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
