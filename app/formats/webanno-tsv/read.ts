import { Refusal } from '../../failure.ts'
import type { Range } from '../../text/range.ts'
import type { Cas, FeatureStructure } from '../cas/cas.ts'
import { ARTICLE } from '../cas/type-system.ts'
import { cellsOf, plain } from './escape.ts'

/** A column with the feature that it has; null for one that is of no use here. */
type Column = { readonly type: string; readonly feature: string } | null

/** An annotation whose units come one after the other. */
interface Growing {
  readonly type: string
  start: number
  end: number
  readonly features: Map<string, string>
}

/**
 * The CAS that a document of WebAnno TSV 3 is written from: its text, sentences, and layers of spans.
 *
 * @param place what a refusal calls the document
 * @throws a refusal (`unreadable`) that names the line
 */
export function casOf(document: string, place: string): Cas {
  const columns: Column[] = []
  const annotations = new Map<string, Growing>()
  const sentences: Range[] = []
  let text = ''
  let padding = 0
  let fragments: string[] = []
  let number = 0

  const refuse = (why: string): never => {
    throw new Refusal('unreadable', `${place}, line ${number}: ${why} Export the file again, whole.`)
  }
  const readUnit = (line: string) => {
    const [id = '', offsets = '', , ...cells] = line.split('\t')
    const [, start, end] = /^(\d{1,10})-(\d{1,10})$/.exec(offsets) ?? []
    if (!/^\d+-\d+(?:\.\d+)?$/.test(id) || start === undefined || cells.length < columns.length)
      return refuse(`this is no token with ${columns.length} columns.`)
    const unit = { start: Number(start), end: Number(end) }
    if (!id.includes('.')) readToken(unit)
    for (const [index, column] of columns.entries())
      if (column) readCells(column, cells[index] ?? '', id, unit)
  }
  /** The first token of a sentence says where its text begins. */
  const readToken = ({ start, end }: Range) => {
    if (fragments.length > 0) {
      const gap = start - text.length
      padding += gap
      if (gap < 0 || padding > MOST_PADDING) refuse('the sentence does not begin after the one before it.')
      text += ' '.repeat(gap) + fragments.join('\n')
      fragments = []
      sentences.push({ start, end })
    }
    const last = sentences.length - 1
    const sentence = sentences[last] ?? refuse('a token without a sentence.')
    if (start >= end || start < sentence.start || end > text.length)
      refuse('the token lies outside of its sentence.')
    sentences[last] = { start: sentence.start, end: Math.max(sentence.end, end) }
  }
  const readCells = ({ type, feature }: NonNullable<Column>, cell: string, unit: string, range: Range) => {
    for (const [index, { value, id }] of cellsOf(cell).entries()) {
      const key = id === undefined ? `${type} ${unit} ${index}` : `${type} [${id}]`
      const known = annotations.get(key)
      const annotation = known ?? { type, ...range, features: new Map<string, string>() }
      if (!known) annotations.set(key, annotation)
      annotation.end = Math.max(annotation.end, range.end)
      if (value !== null && value !== '') annotation.features.set(feature, value)
    }
  }

  for (const line of document.split(/\r?\n/)) {
    number++
    if (line.startsWith('#Text=')) fragments.push(plain(line.slice('#Text='.length)))
    else if (line.startsWith('#T_')) columns.push(...columnsOf(line))
    else if (line !== '' && !line.startsWith('#')) readUnit(line)
  }
  const structures = Array.from(annotations.values(), one => ({
    ...one,
    features: Object.fromEntries(one.features),
  }))
  return { text: withBlanksBefore(text, structures), sentences, tokens: [], structures }
}

/** More blank space than is between sentences: no small file makes a text of gigabytes. */
const MOST_PADDING = 10_000_000

/** The columns that a line of the header declares. Chains, relations and slots are left alone. */
function columnsOf(line: string): Column[] {
  const [type = '', ...declared] = line.slice(line.indexOf('=') + 1).split('|')
  const features = declared.filter(feature => feature !== '')
  if (!line.startsWith('#T_SP=')) return Array.from(features.length > 0 ? features : [''], () => null)
  if (features.length === 0) return [{ type, feature: '' }]
  return features.map((feature, index) =>
    feature.startsWith('ROLE_') || features[index - 1]?.startsWith('ROLE_') ? null : { type, feature },
  )
}

/** The text with the blank space before its first sentence that Assay has noted, where it fits. */
function withBlanksBefore(text: string, structures: readonly FeatureStructure[]): string {
  const before = structures.find(one => one.type === ARTICLE)?.features.before ?? ''
  return text.slice(0, before.length).trim() === '' && before.trim() === ''
    ? before + text.slice(before.length)
    : text
}
