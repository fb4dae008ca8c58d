/** Work in the middle of which a process is killed. One file of this folder each. */
export interface Work {
  /** Makes, once, the folder of which each round gets a copy. */
  prepare(folder: string): Promise<void>
  /**
   * Begins in a round's folder, in the process that will be killed.
   *
   * @returns one turn of the work; it comes to what Assay calls saved by it
   */
  start(folder: string): Promise<(turn: number) => unknown>
  /** Throws where a round's folder is not as it has to be after a death. @param saved what was called saved, in order */
  verify(folder: string, saved: readonly unknown[]): Promise<void>
}
