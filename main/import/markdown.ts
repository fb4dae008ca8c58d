import MarkdownIt from 'markdown-it'
import { Refusal } from '#app/failure'
import { decode } from './decode.ts'
import { frontMatter } from './front-matter.ts'
import { htmlText } from './html/html-text.ts'
import type { Source } from './source.ts'

/** Largest file of Markdown, in bytes: its parser needs many times its size. */
const LARGEST = 10 * 1024 * 1024

/** Markup within the text is let through, for its tags are dropped with all others afterwards. */
const commonMark = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 50 })

/**
 * Markdown (CommonMark with tables), as the text that it stands for: no marks of headings, lists and
 * emphasis, links as their words, pictures gone, lines of one paragraph joined. A block of metadata at the
 * head (`---`) is read and taken off; without a title there, a first heading of the first level is the title.
 */
export const markdown: Source = {
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  name: 'Markdown',
  async read(bytes) {
    if (bytes.length > LARGEST)
      throw new Refusal(
        'too-large',
        'The file is larger than 10 MB. Split it, or rename it to .txt to read it as plain text.',
      )
    const { text: source, metadata } = frontMatter(decode(bytes))
    const text = htmlText(commonMark.render(source))
    if (text.trim() === '') throw new Refusal('unreadable', 'The file holds no text.')
    const heading = /^(?:#[ \t]+\S|[^\n#>*+-][^\n]*\n=+[ \t]*(?:\n|$))/.test(source.trimStart())
    const [first, ...rest] = text.split('\n\n')
    if (!heading || rest.length === 0 || !first) return [{ text, metadata }]
    if (metadata.title === undefined)
      return [{ text: rest.join('\n\n'), metadata: { ...metadata, title: first } }]
    return [{ text: metadata.title === first ? rest.join('\n\n') : text, metadata }]
  },
}
