import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { partialPath, syncFolder } from '#main/export/write-whole'

/**
 * Copies a project as it stands into a file of its own, whole or not at all, and synced to the disk. In slices of a few
 * pages, so nothing waits for it. What was at the target is replaced.
 */
export async function copyWhole(db: Database, target: string): Promise<void> {
  const partial = begun(target)
  try {
    await db.backup(partial)
    put(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
}

/** The same at once, where nobody waits yet. */
export function copyWholeAtOnce(db: Database, target: string): void {
  const partial = begun(target)
  try {
    db.prepare('vacuum into ?').run(partial)
    put(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
}

function begun(target: string): string {
  mkdirSync(dirname(target), { recursive: true })
  return partialPath(target)
}

function put(partial: string, target: string): void {
  const file = openSync(partial, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(partial, target)
  syncFolder(dirname(target))
}
