/** Endings that only annotated corpora have. */
export const CORPUS_ENDINGS: readonly string[] = ['jsonld', 'qdpx', 'qdc']

/**
 * Endings, without the dot, of the files that articles can come in. Each is of a reader in main/import/sources.ts, or
 * of a format of annotated corpora.
 */
export const SOURCE_ENDINGS: readonly string[] = [
  'txt',
  'text',
  'md',
  'markdown',
  'mdown',
  'mkd',
  'html',
  'htm',
  'xhtml',
  'xht',
  'mhtml',
  'mht',
  'docx',
  'docm',
  'dotx',
  'odt',
  'ott',
  'fodt',
  'rtf',
  'epub',
  'pdf',
  'eml',
  'csv',
  'tsv',
  'tab',
  'psv',
  'xlsx',
  'xlsm',
  'json',
  'jsonl',
  'ndjson',
  'geojson',
  'rss',
  'atom',
  'xml',
  'rdf',
  'ris',
  'bib',
  'bibtex',
  'zip',
  ...CORPUS_ENDINGS,
]

/** Endings of the files that can be a table: a row an article. */
export const TABLE_ENDINGS: readonly string[] = [
  'csv',
  'tsv',
  'tab',
  'psv',
  'xlsx',
  'xlsm',
  'json',
  'jsonl',
  'ndjson',
  'geojson',
]

const BIBLIOGRAPHY = /\.(?:ris|bib|json)$/i

/** The files of an import in the order in which they are read: a bibliography completes those that come after it. */
export function bibliographiesFirst<T>(files: readonly T[], nameOf: (file: T) => string): T[] {
  const { first = [], rest = [] } = Object.groupBy(files, file =>
    BIBLIOGRAPHY.test(nameOf(file)) ? 'first' : 'rest',
  )
  return [...first, ...rest]
}
