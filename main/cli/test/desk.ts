import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'

/** The command line, to be run by Node. */
export const BIN = join(import.meta.dirname, '..', 'bin.mjs')

/** The command line of one person: what is remembered on their computer is theirs. */
export function desk(folder: string, name: string, env: NodeJS.ProcessEnv = {}) {
  const data = join(folder, name)
  /** What stands on standard input comes first. */
  const assayOn = (input: string, ...words: string[]) =>
    spawnSync(process.execPath, [BIN, ...words], {
      input,
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ASSAY_DATA: data, ...env },
    })
  const assay = (...words: string[]) => assayOn('', ...words)
  const json = (...words: string[]) => JSON.parse(assay(...words, '--json').stdout)
  const tag = (project: string, sentence: number, label: string) =>
    expect(assay('tag', project, 'Roads', String(sentence), label, '--annotator', name).status).toBe(0)
  return { assay, assayOn, json, tag, data }
}
