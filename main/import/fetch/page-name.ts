/** Types of content that can be read, and the ending of a file of each. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/json': 'json',
  'text/csv': 'csv',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/epub+zip': 'epub',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

/** The ending of what a server sends; a file of no stated type keeps the one that its address has. */
export function endingOf(type: string, url: URL): string | undefined {
  const known = ENDINGS[type.toLowerCase()]
  if (known) return known
  if (type !== 'application/octet-stream' && type !== 'binary/octet-stream') return undefined
  const ending = /\.([a-z0-9]{2,5})$/i.exec(url.pathname)?.[1]?.toLowerCase()
  return ending && Object.values(ENDINGS).includes(ending) ? ending : undefined
}

/** A name for what was fetched: the last part of its path, or its host, with the ending of what it is. */
export function fileNameOf(url: URL, ending: string): string {
  const last = url.pathname.split('/').findLast(part => part !== '') ?? url.hostname
  const name = last.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 200)
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`
}
