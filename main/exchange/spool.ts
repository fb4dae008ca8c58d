/**
 * Files on their way from the window into main: no path crosses the contract, so the window sends them in pieces, and
 * here they stand until they have been used. Each start has a folder of its own in the data folder.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileId, LARGEST_RECEIVED, MOST_RECEIVED } from '#app/contract'
import { Refusal } from '#app/failure'
import { diskRefusal } from '#main/store/disk'

export class Spool {
  readonly #folder: string
  readonly #limits: { readonly file: number; readonly all: number }
  /** Bytes of each file that have come. */
  readonly #received = new Map<FileId, number>()
  /** One piece is written at a time, in the order in which they come. */
  #writing: Promise<unknown> = Promise.resolve()

  /**
   * @param folder for the spools of all starts; what starts that are over have left there is removed
   * @param limits bytes of the largest file, and of all together
   */
  constructor(folder: string, limits = { file: LARGEST_RECEIVED, all: MOST_RECEIVED }) {
    this.#limits = limits
    clear(folder)
    this.#folder = join(folder, `${process.pid}-${randomBytes(6).toString('hex')}`)
  }

  /**
   * Takes a piece of a file. Throws a refusal where it does not follow on what has come, where there is more than is
   * taken, or the disk is full; what has come of the file is then removed.
   *
   * @param at bytes that come before the piece
   * @returns bytes that have come
   */
  receive(file: FileId, at: number, piece: Uint8Array): Promise<number> {
    const written = this.#writing.then(() => this.#append(file, at, piece))
    this.#writing = written.catch(() => {})
    return written
  }

  async #append(file: FileId, at: number, piece: Uint8Array): Promise<number> {
    try {
      this.#assertTakes(file, at, piece.length)
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      await writeFile(this.#path(file), piece, { flag: at === 0 ? 'wx' : 'a', mode: 0o600 })
      this.#received.set(file, at + piece.length)
      return at + piece.length
    } catch (error) {
      await this.drop([file])
      throw diskRefusal(error, this.#path(file)) ?? error
    }
  }

  #assertTakes(file: FileId, at: number, length: number): void {
    if (at !== (this.#received.get(file) ?? 0))
      throw new Refusal('conflict', 'A piece of the file is missing. Choose the file again.')
    const all = [...this.#received.values()].reduce((sum, one) => sum + one, 0)
    if (at + length > this.#limits.file || all + length > this.#limits.all)
      throw new Refusal(
        'too-large',
        'This is more than Assay takes from the window at once. Merge the file with the command line: assay merge.',
      )
  }

  /** Where a file stands. Throws a refusal where it has not come, or is gone. */
  pathOf(file: FileId): string {
    if (this.#received.has(file)) return this.#path(file)
    throw new Refusal('not-found', 'The file is no longer at hand. Choose it again.')
  }

  /** Removes files that are not needed any more, or never were there. */
  async drop(files: readonly FileId[]): Promise<void> {
    for (const file of files) {
      this.#received.delete(file)
      await rm(this.#path(file), { force: true })
    }
  }

  /** Removes all of them. */
  async close(): Promise<void> {
    await this.#writing
    this.#received.clear()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** Ids are UUIDs: no name from outside gets to the disk. */
  #path(file: FileId): string {
    return join(this.#folder, file)
  }
}

/** Removes the spools of processes that are no more. */
function clear(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = Number(/^(\d+)-/.exec(name)?.[1])
    if (!isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
