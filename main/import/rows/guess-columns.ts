import type { Columns } from './columns.ts'

type Field = keyof Columns

/**
 * What columns are called, in English, German, French, Spanish and Ukrainian; likelier names first. Compared in lower
 * case, without accents, and with `_` and `-` as spaces.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: words(
    'text|full text|fulltext|article text|article body|articlebody|body|content|maintext|content text|article|story|transcript|volltext|artikeltext|inhalt|haupttext|artikel|beitrag|texte|texte integral|contenu|corps|texto|texto completo|contenido|cuerpo|текст|повнии текст|текст статті|зміст|вміст|стаття|sentence|satz|phrase|oracion|речення|selftext|message|abstract|summary|description',
  ),
  title: words(
    'title|headline|heading|head|article title|titel|uberschrift|schlagzeile|titre|titulo|titular|заголовок|назва|titulo del articulo|name',
  ),
  source: words(
    'source|source name|publisher|publication|newspaper|outlet|media|medium|site|site name|website|domain|journal|feed|quelle|zeitung|verlag|herausgeber|publikation|editeur|journal source|fuente|medio|periodico|editorial|diario|джерело|видання|видавець|сайт|газета|медіа',
  ),
  author: words(
    'author|authors|byline|by|writer|creator|journalist|autor|autorin|autoren|verfasser|auteur|auteurs|autores|autora|periodista|автор|автори|журналіст',
  ),
  url: words(
    'url|link|href|uri|web url|article url|weburl|permalink|address|adresse|lien|enlace|direccion|посилання|лінк|адреса|веб адреса|quelle url|source url',
  ),
  published: words(
    'published|published at|publishedat|publish date|publication date|pub date|pubdate|date published|datepublished|published date|date|datetime|time|timestamp|day|created at|created|datum|veroffentlicht|veroffentlicht am|erscheinungsdatum|publie|publie le|date de publication|fecha|fecha de publicacion|publicado|дата|дата публікації|опубліковано|час',
  ),
  language: words('language|lang|language code|locale|sprache|langue|idioma|lengua|мова'),
  label: words(
    'label|labels|tag|category|class|annotation|code|gold|gold label|kategorie|klasse|etikett|etiquette|categorie|classe|etiqueta|categoria|clase|мітка|позначка|категорія|клас|тег',
  ),
  annotator: words(
    'annotator|annotated by|annotator id|coder|rater|labeler|labeller|annotiert von|kodierer|annotateur|codeur|anotador|codificador|анотатор|розмітник|кодувальник',
  ),
}

/** Fields in the order in which they choose: what has the clearest names first. */
const ORDER: readonly Field[] = [
  'url',
  'text',
  'title',
  'author',
  'published',
  'language',
  'annotator',
  'label',
  'source',
]

/** Rows that are looked at. */
const SAMPLE = 50
/** Characters that a column without a telling name has on average if it is the text. */
const TEXT_LENGTH = 80

/**
 * Guesses which column is what, by names first and then by what is in them. Gives nothing where no column can be
 * the text.
 *
 * @param header the names of the columns
 * @param sampleRows some rows, each with its cells in the order of the header
 */
export function guessColumns(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): Columns | undefined {
  const plain = header.map(simplified)
  const rows = sampleRows.slice(0, SAMPLE)
  const cells = header.map((_, column) =>
    rows.map(row => row[column]?.trim() ?? '').filter(cell => cell !== ''),
  )
  const taken = new Set<number>()
  const found = new Map<Field, number>()
  const take = (field: Field, column: number | undefined) => {
    if (column === undefined || column === -1 || found.has(field)) return
    taken.add(column)
    found.set(field, column)
  }
  const free = (test: (column: number) => boolean) =>
    header.findIndex((_, column) => !taken.has(column) && test(column))

  for (const field of ORDER) {
    for (const name of NAMES[field]) {
      take(
        field,
        free(column => plain[column] === name && suits(field, cells[column] ?? [])),
      )
    }
  }
  // "Artikel: Text", "article.body": a name that ends in a word for the text.
  for (const field of ORDER) {
    if (field === 'label' || field === 'annotator') continue
    const last = new Set(NAMES[field].filter(name => !name.includes(' ')))
    take(
      field,
      free(column => last.has(plain[column]?.split(' ').at(-1) ?? '') && suits(field, cells[column] ?? [])),
    )
  }
  if (!found.has('text')) take('text', longest(cells, taken))
  take(
    'url',
    free(column => share(cells[column] ?? [], isAddress) > 0.8),
  )
  take(
    'published',
    free(column => share(cells[column] ?? [], isDate) > 0.8),
  )
  const text = found.get('text')
  const named = (column: number) => header[column] ?? ''
  if (text === undefined) return undefined
  return {
    ...Object.fromEntries([...found].map(([field, column]) => [field, named(column)])),
    text: named(text),
  }
}

/** Whether a column's cells can be what its name says. */
function suits(field: Field, cells: readonly string[]): boolean {
  if (cells.length === 0) return true
  if (field === 'url') return share(cells, isAddress) > 0.5
  if (field === 'text') return share(cells, cell => isAddress(cell) || /^[\d.,:-]*$/.test(cell)) < 0.5
  if (field === 'published') return share(cells, cell => /\d/.test(cell) && cell.length <= 60) > 0.5
  if (field === 'language') return share(cells, cell => cell.length <= 35) > 0.5
  if (field === 'label' || field === 'annotator') return share(cells, cell => cell.length <= 100) > 0.8
  return true
}

function longest(cells: readonly (readonly string[])[], taken: ReadonlySet<number>): number | undefined {
  let best: number | undefined
  let length = TEXT_LENGTH
  for (const [column, values] of cells.entries()) {
    const average = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length)
    if (!taken.has(column) && average >= length && share(values, isAddress) < 0.5) {
      best = column
      length = average
    }
  }
  return best
}

const share = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length

const isAddress = (cell: string) => /^https?:\/\/\S+$/i.test(cell)
const isDate = (cell: string) => /^(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:$|[T ])/.test(cell)

function words(names: string): readonly string[] {
  return names.split('|')
}

function simplified(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufeff]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.:/()-]+/g, ' ')
    .trim()
}
