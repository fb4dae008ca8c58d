import { Refusal } from '#app/failure'
import { decode } from './decode.ts'
import { frontMatter } from './front-matter.ts'
import type { Source } from './source.ts'

/** Text files. A block of metadata at the head (`---`) is read and taken off. */
export const plainText: Source = {
  extensions: ['txt', 'text'],
  name: 'Text',
  async read(bytes) {
    const { text, metadata } = frontMatter(decode(bytes))
    if (text.trim() === '') throw new Refusal('unreadable', 'The file holds no text.')
    return [{ text, metadata }]
  },
}
