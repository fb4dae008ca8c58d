import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Draft, type ReadOptions, readSource } from '../source.ts'

/** The bytes of a file that another program made. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))

/** The one article that a file holds. */
export async function readOne(
  content: Uint8Array | string,
  fileName: string,
  options?: ReadOptions,
): Promise<Draft> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const [draft, ...more] = await readSource(bytes, fileName, options)
  if (!draft || more.length > 0)
    throw new Error(`${fileName} holds ${more.length + (draft ? 1 : 0)} articles.`)
  return draft
}

export const paragraphsOf = (draft: Draft): string[] => draft.text.split('\n\n')
