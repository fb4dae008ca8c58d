/** A disk so small that it can be filled, for tests. */
import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  makeRoom(): void
  remove(): void
}

/**
 * Puts a real file system of this size at a folder, in memory. Only Linux lets that be done, and only root, or who may
 * be root without a password.
 *
 * @returns undefined where it cannot be done
 */
export function smallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...words: readonly string[]): boolean => {
    const [command = '', ...rest] = [...asRoot, ...words]
    return spawnSync(command, rest, { stdio: 'ignore' }).status === 0
  }
  const owner = `uid=${process.getuid?.()},gid=${process.getgid?.()}`
  if (process.platform !== 'linux') return undefined
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,${owner}`, 'tmpfs', folder)) return undefined
  const ballast = join(folder, 'ballast')
  return {
    fill: () => fillUp(ballast),
    makeRoom: () => rmSync(ballast),
    // At once for the name, later for whoever still has a file of it open.
    remove: () => void run('umount', '--lazy', folder),
  }
}

function fillUp(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 1 << 16; size >= 512; ) {
      try {
        writeSync(file, new Uint8Array(size))
      } catch {
        size >>= 1
      }
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
