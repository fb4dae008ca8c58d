import { Refusal } from '#app/failure'
import { readPage } from '../html/web-page.ts'
import type { Source } from '../source.ts'
import { parseMail } from './mail.ts'

/** Pages that a browser saved as one file (RFC 2557): the page is read as any other, its pictures are left. */
export const webArchive: Source = {
  extensions: ['mhtml', 'mht'],
  name: 'Web archive',
  async read(bytes, _fileName, options) {
    const archive = await parseMail(bytes)
    if (!archive.html?.trim())
      throw new Refusal(
        'unreadable',
        'There is no page in the archive. Save the page again as .mhtml or .html.',
      )
    const address = archive.headers.find(header => header.key === 'snapshot-content-location')?.value
    // The frames of a page, advertisements for the most part, come after it and are joined to it.
    const end = archive.html.search(/<\/html\s*>/i)
    const draft = readPage(end === -1 ? archive.html : archive.html.slice(0, end), options.url ?? address)
    const title = draft.metadata.title ?? archive.subject
    return [title ? { ...draft, metadata: { ...draft.metadata, title } } : draft]
  },
}
