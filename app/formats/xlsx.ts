import { strFromU8, unzipSync } from 'fflate'
import type { CellValue, Sheet } from 'hucre/xlsx'
import { Refusal } from '../failure.ts'
import { AttributeType } from '../model/attribute.ts'
import { LabelColour } from '../model/label.ts'
import type { Corpus } from './corpus.ts'
import type { Format, GivenFile } from './format.ts'
import type { ReadAttribute, ReadCorpus, ReadLabel } from './read-corpus.ts'
import { attributesIn } from './table/columns.ts'
import { isHead, readTable } from './table/read-table.ts'
import { LONG_TEXTS, SENTENCES } from './workbook/names.ts'

/** A workbook for spreadsheets: the table of the CSV with typed cells, the articles, the codebook, the annotators. */
export const xlsx: Format = {
  id: 'xlsx',
  name: 'Excel workbook',
  description:
    'Sentences, articles, codebook and annotators on sheets of their own, for Excel and LibreOffice; up to 60,000 rows.',
  extension: 'xlsx',
  packaging: 'file',
  offsets: 'code points',
  losses: ['control characters'],
  *write(corpus) {
    yield { path: 'corpus.xlsx', content: workbook(corpus) }
  },
  read: {
    recognises: ([file, ...others]) =>
      file !== undefined && others.length === 0 && /\.xlsx$/i.test(file.path) && isOurs(file.bytes),
    read: async ([file]) => (file ? read(file) : { labels: [], attributes: [], articles: [] }),
  },
}

async function* workbook(corpus: Corpus): AsyncGenerator<Uint8Array> {
  // Loaded when it is needed: with it the application would start later.
  const [{ writeXlsx }, { sheetsOf }] = await Promise.all([
    import('hucre/xlsx'),
    import('./workbook/sheets.ts'),
  ])
  const sheets = sheetsOf(corpus)
  yield await writeXlsx({
    sheets,
    properties: { title: corpus.project.name, creator: 'Assay' },
  })
}

/** Whether a workbook has the sheets of ours. Of all that is packed in it, only its list of sheets is unpacked. */
function isOurs(bytes: Uint8Array): boolean {
  try {
    const { 'xl/workbook.xml': list } = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' })
    const names = list ? strFromU8(list) : ''
    return [SENTENCES, 'Codebook', 'Attributes', 'Annotators'].every(name => names.includes(`name="${name}"`))
  } catch {
    return false
  }
}

async function read(file: GivenFile): Promise<ReadCorpus> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(file.bytes)
  const sheet = (name: string) => sheets.find(one => one.name === name)
  const sentences = sheet(SENTENCES)
  const [head = [], ...rows] = sentences?.rows ?? []
  const names = head.map(text)
  if (!isHead(names))
    throw new Refusal(
      'unreadable',
      `The workbook has no sheet “${SENTENCES}” as Assay writes it. Export it again.`,
    )
  const longer = longTexts(sheet(LONG_TEXTS))
  const attributes = attributesOf(sheet('Attributes'))
  const types = new Map(attributes.map(one => [one.id, one.type]))
  const typeAt = new Map(attributesIn(names).map(({ id, value }) => [value, types.get(id)]))
  const given = rows.map((cells, index) => ({
    number: index + 2,
    cells: names.map((_, column) => {
      const more = longer.get(`${index + 2} ${column + 1}`) ?? ''
      return typedText(cells[column] ?? null, typeAt.get(column)) + more
    }),
  }))
  const table = readTable(names, given, 'Row')
  return {
    labels: labelsIn(sheet('Codebook')),
    attributes,
    articles: table.articles,
  }
}

/** A cell as the text that it was made of. */
function typedText(cell: CellValue, type: AttributeType | undefined): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (cell instanceof Date && type === 'date') return cell.toISOString().slice(0, 10)
  return text(cell)
}

function text(cell: CellValue): string {
  if (cell === null) return ''
  return cell instanceof Date ? new Date(Math.round(cell.getTime())).toISOString() : String(cell)
}

/** The rest of texts that are longer than a cell, by row and column. */
function longTexts(sheet: Sheet | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [row = null, column = null, piece = null] of sheet?.rows.slice(1) ?? []) {
    const place = `${text(row)} ${text(column)}`
    found.set(place, (found.get(place) ?? '') + text(piece))
  }
  return found
}

/** The rows of a sheet, each as its cells by the names of their columns. */
function recordsIn(sheet: Sheet | undefined): Readonly<Record<string, CellValue>>[] {
  const [head = [], ...rows] = sheet?.rows ?? []
  return rows.map(row => Object.fromEntries(head.map((name, column) => [text(name), row[column] ?? null])))
}

function labelsIn(sheet: Sheet | undefined): ReadLabel[] {
  return recordsIn(sheet).flatMap(row => {
    const field = (name: string) => text(row[name] ?? null)
    const colour = LabelColour.safeParse(field('colour'))
    if (field('name') === '') return []
    return {
      ...{ id: field('id') || field('name'), name: field('name'), summary: field('summary') },
      ...{ definition: field('definition'), inclusion: field('inclusion'), exclusion: field('exclusion') },
      ...{ examples: lines(field('examples')), counterexamples: lines(field('counterexamples')) },
      ...(colour.success ? { colour: colour.data } : {}),
      ...{ key: field('key'), parent: field('parent') || null },
      ...{ exclusive: row.exclusive === true, retired: row.retired === true },
    }
  })
}

function attributesOf(sheet: Sheet | undefined): ReadAttribute[] {
  return recordsIn(sheet).flatMap(row => {
    const field = (name: string) => text(row[name] ?? null)
    const type = AttributeType.safeParse(field('type'))
    if (field('name') === '') return []
    return {
      ...{ id: field('id') || field('name'), name: field('name'), definition: field('definition') },
      ...(type.success ? { type: type.data } : {}),
      ...{
        choices: lines(field('choices')),
        labels: lines(field('labels')),
        required: row.required === true,
      },
      preset: field('preset'),
      condition: field('condition')
        ? { attribute: field('condition'), values: lines(field('values')) }
        : null,
    }
  })
}

const lines = (cell: string): string[] => cell.split('\n').filter(Boolean)
