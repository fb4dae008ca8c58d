/**
 * The rows of a project file, as many as can be read: first along the trees of its tables, then from pages that no tree
 * leads to any more, told by their form. They are given one by one, so that a project of any size can be recovered.
 */
import type { Database } from 'better-sqlite3'
import { TABLE_OF } from '#main/exchange/entries'
import { type Pause, unwatched } from '../pause.ts'
import { type ReadPage, type Row, readPage, type Value } from './cells.ts'
import type { Pages } from './pages.ts'

export interface SalvagedRow {
  readonly table: string
  /** By the name of each column. */
  readonly values: Readonly<Record<string, Value>>
  /** From a page that no tree leads to: it may be older than another one, or have been deleted. */
  readonly isStray: boolean
}

export interface Salvage {
  /** How many rows were found. */
  readonly rows: number
  /** Pages of the file that nothing can be made of. */
  readonly brokenPages: number
  /** Rows that are there, and cannot be read. */
  readonly brokenRows: number
}

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  /** Place in the primary key, from 1; 0 for none. */
  readonly pk: number
}

interface Form {
  readonly table: string
  readonly tree: ReadPage['tree']
  /** In the order in which they are stored. */
  readonly columns: readonly Column[]
  /** The column that is the rowid, and is not stored. */
  readonly rowid: string | undefined
}

/** What is derived from other tables, and made anew. */
export const DERIVED =
  /^(article_words|value_words|progress|article_labels|disputed|attribute_values|known_values|standings|cards|sqlite_)/

/** Of tables with as many columns, the one that says most of what stands in them is asked first. */
const strictestFirst = (a: Form, b: Form): number => looksOf(b) - looksOf(a)
const looksOf = ({ columns }: Form): number => columns.filter(({ name }) => LOOKS[name]).length

/** What a value has to look like, wherever a column of this name is. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  revision: /^([0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f-]{36}-[0-9a-f]+|0-[0-9a-f]{32})$/,
  article: /^[0-9a-f-]{36}$/,
  annotator: /^[0-9a-f-]{36}$/,
  by: /^[0-9a-f-]{36}$/,
  collection: /^[0-9a-f-]{36}$/,
  person: /^[0-9a-f-]{36}$/,
  dealt_to: /^[0-9a-f-]{36}$/,
  at: /^\d{4}-\d\d-\d\dT/,
  created: /^\d{4}-\d\d-\d\dT/,
  imported: /^\d{4}-\d\d-\d\dT/,
  kind: new RegExp(`^(${Object.keys(TABLE_OF).join('|')})$`),
}

/** Tables whose rows cannot be mistaken for those of another one, or of an index. */
const TOLD_BY_FORM = new Set([
  ...Object.values(TABLE_OF).map(({ table }) => table),
  ...['texts', 'tombstones', 'siblings', 'changes', 'history'],
])

/**
 * @param fresh an empty project, for what its tables look like
 * @param found is given each row
 * @param pause is told of pages
 */
export function salvage(
  pages: Pages,
  fresh: Database,
  found: (row: SalvagedRow) => void,
  pause: Pause = unwatched,
): Salvage {
  const forms = formsOf(fresh)
  const told = Map.groupBy(
    forms.filter(({ table }) => TOLD_BY_FORM.has(table)).sort(strictestFirst),
    ({ tree, columns }) => `${tree} ${columns.length}`,
  )
  let rows = 0
  const seen = new Set<number>()
  let brokenPages = 0
  let brokenRows = 0

  function give(row: SalvagedRow): void {
    rows++
    found(row)
  }

  /** Takes a row for what its form tells. @returns false where it tells nothing */
  function takeStray(row: Row, tree: ReadPage['tree']): boolean {
    for (const form of told.get(`${tree} ${row.values.length}`) ?? []) {
      const values = valuesOf(row, form)
      if (!values) continue
      give({ table: form.table, values, isStray: true })
      return true
    }
    return false
  }

  /** Takes the rows of a page in the tree of a table, or (without a form) of what is not needed. */
  function take({ tree, rows, broken }: ReadPage, form: Form | undefined): void {
    if (form) brokenRows += broken
    for (const row of rows) {
      const values = form && tree === form.tree ? valuesOf(row, form) : undefined
      if (form && values) give({ table: form.table, values, isStray: false })
      // A page that is damaged may lead into the tree of another table.
      else if (!takeStray(row, tree) && form) brokenRows++
    }
  }

  /** Everything below a page; a tree that leads in a circle or out of the file ends there. */
  function walk(root: number, onPage: (page: ReadPage) => void): void {
    for (const open = [root]; open.length > 0; ) {
      const number = open.pop() ?? 0
      if (number < 1 || number > pages.count || seen.has(number)) continue
      seen.add(number)
      pause(seen.size, pages.count)
      const page = readPage(pages, number)
      if (!page) {
        brokenPages++
        continue
      }
      onPage(page)
      open.push(...page.children)
    }
  }

  const roots: { name: string; root: number }[] = []
  walk(1, ({ tree, rows }) => {
    for (const { values } of tree === 'table' ? rows : []) {
      const [type, name, , root] = values
      if ((type === 'table' || type === 'index') && typeof root === 'number' && root > 1)
        roots.push({ name: String(name), root })
    }
  })
  for (const { name, root } of roots) {
    const form = forms.find(one => one.table === name)
    walk(root, page => take(page, form))
  }
  for (const number of freePages(pages)) seen.add(number)
  for (let number = 1; number <= pages.count; number++) {
    if (seen.has(number)) continue
    seen.add(number)
    pause(seen.size, pages.count)
    const page = readPage(pages, number)
    if (!page) continue
    for (const row of page.rows) takeStray(row, page.tree)
  }
  return { rows, brokenPages, brokenRows }
}

/** What the tables of a project look like in the file. */
function formsOf(db: Database): Form[] {
  const tables = db
    .prepare<[], { name: string; wr: number }>(
      "select name, wr from pragma_table_list where schema = 'main' and type = 'table'",
    )
    .all()
  return tables
    .filter(({ name }) => !DERIVED.test(name))
    .map(({ name, wr }): Form => {
      const columns = db.prepare<[string], Column>('select * from pragma_table_info(?)').all(name)
      if (wr === 0) {
        const rowid = columns.find(one => one.pk === 1 && one.type === 'INTEGER')?.name
        return { table: name, tree: 'table', columns, rowid }
      }
      // Without a rowid the key comes first.
      const key = columns.filter(one => one.pk > 0).sort((a, b) => a.pk - b.pk)
      const others = columns.filter(one => one.pk === 0)
      return { table: name, tree: 'index', columns: [...key, ...others], rowid: undefined }
    })
}

/** The values of a row by their columns; undefined where it is no row of that form. */
function valuesOf({ rowid, values }: Row, { columns, rowid: key }: Form): SalvagedRow['values'] | undefined {
  if (values.length !== columns.length) return undefined
  const named: Record<string, Value> = {}
  for (const [index, column] of columns.entries()) {
    const stored = values[index] ?? null
    const value = column.name === key ? (rowid ?? null) : stored
    if (column.name === key && stored !== null) return undefined
    if (!fits(value, column)) return undefined
    named[column.name] = value
  }
  return named
}

function fits(value: Value, { name, type, notnull, pk }: Column): boolean {
  if (value === null) return notnull === 0 && pk === 0
  if (type === 'INTEGER') return typeof value === 'number' && Number.isSafeInteger(value)
  return typeof value === 'string' && (LOOKS[name]?.test(value) ?? true)
}

/** The pages that are in no use: what they still hold was deleted. */
function freePages(pages: Pages): number[] {
  const header = pages.page(1)
  const free: number[] = []
  const trunks = new Set<number>()
  for (let trunk = header?.readUInt32BE(32) ?? 0; trunk > 1 && !trunks.has(trunk); ) {
    trunks.add(trunk)
    const page = pages.page(trunk)
    const leaves = page?.readUInt32BE(4) ?? 0
    if (!page || leaves > pages.usable / 4 - 2) break
    free.push(trunk)
    for (let leaf = 0; leaf < leaves; leaf++) free.push(page.readUInt32BE(8 + 4 * leaf))
    trunk = page.readUInt32BE(0)
  }
  return free
}
