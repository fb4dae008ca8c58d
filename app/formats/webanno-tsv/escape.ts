/** Escapes of WebAnno TSV, as INCEpTION's class `Escaping` has them. */

const VALUE: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value for a column. INCEpTION has no escape for a carriage return, which would end the line; it gets `\r`. */
export const escapeValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;\t\n\r*]/g, found => VALUE[found] ?? `\\${found}`)

/** A line of text, or one of several. */
export const escapeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the format escapes
  text.replace(/[\\\t\n\f\r\b\0-\x07\x0e-\x1f]/g, found => TEXT[found] ?? `\\${found}`)

const TEXT: Readonly<Record<string, string>> = { ...VALUE, '\f': '\\f', '\b': '\\b' }

/** The inverse of both. `\u00e4` stands in files before version 3.2. */
export const plain = (escaped: string): string =>
  escaped.includes('\\') ? escaped.replace(/\\(u[0-9a-fA-F]{4}|->|[\s\S])/g, unescaped) : escaped

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' }

function unescaped(_: string, found: string): string {
  if (/^u.{4}$/.test(found)) return String.fromCharCode(Number.parseInt(found.slice(1), 16))
  return CONTROLS[found] ?? found
}

/** One of the annotations stacked in a cell. */
export interface Cell {
  /** Null where the annotation has no value for the column. */
  readonly value: string | null
  /** Tells annotations apart that have several lines; undefined where one needs none. */
  readonly id: string | undefined
}

const STACKED = /((?:\\[\s\S]|[^|])*?)(?:\[(\d+)\])?(?:\||$)/y

/** The annotations in a cell: `first[1]|second[2]`, `*` for one without a value, `_` for none at all. */
export function cellsOf(column: string): Cell[] {
  if (column === '_' || column === '') return []
  const cells: Cell[] = []
  STACKED.lastIndex = 0
  while (STACKED.lastIndex < column.length) {
    const [found = '', value = '', id] = STACKED.exec(column) ?? []
    if (found === '') break
    cells.push({ value: value === '*' ? null : plain(value), id })
  }
  return cells
}
