import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keyOfFile, newProjectKey, type ProjectKey } from '#main/store/protection/project-key'
import { rekey } from '#main/store/protection/protect'

export const PASSPHRASE = 'four words nobody joins'
export const OTHER = 'another four words here'

/** Protects a project that nobody has open. @returns its key */
export async function protectWith(passphrase: string, path: string, from?: ProjectKey): Promise<ProjectKey> {
  const key = await newProjectKey(passphrase)
  rekey(path, from, key)
  return keyOfFile(path, passphrase)
}

/** Every file below a folder, by its path; a copy that is being made may be gone the next moment. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())

/** The files below a folder in which any of these words stands, in UTF-8 or UTF-16. */
export const filesWith = (folder: string, words: readonly string[]): string[] =>
  filesIn(folder).filter(path => {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
    return words.some(word => bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le'))
  })
