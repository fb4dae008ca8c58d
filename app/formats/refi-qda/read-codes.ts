/** The Codes of REFI-QDA as labels and attributes: those that Assay wrote, and those of any other program. */
import { AttributeType } from '../../model/attribute.ts'
import { nearestColour } from '../codebook/label-colours.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'
import { childrenOf, type ReadElement, textWithin } from '../xml.ts'
import { sameGuid } from './guid.ts'
import { type Field, type Memo, readMemo } from './memo.ts'

export interface ReadCodes {
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
  /** By the GUID of the code. */
  readonly meanings: ReadonlyMap<string, Meaning>
}

/** What it says of a selection that it has a code. */
export type Meaning =
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'value'; readonly attribute: string; readonly value: string }

/** Reads the Codes element, or nothing where there is none. */
export function readCodes(codes: ReadElement | undefined): ReadCodes {
  const labels: ReadLabel[] = []
  const attributes: ReadAttribute[] = []
  const meanings = new Map<string, Meaning>()
  const ids = new Set<string>()
  const visit = (code: ReadElement, path: readonly string[], parent: string | null): void => {
    const memo = memoOf(code)
    const children = childrenOf(code, 'Code')
    if (firstOf(memo.fields, 'Holds') === 'attributes') {
      for (const child of children) visit(child, [], null)
    } else if (firstOf(memo.fields, 'Attribute')) {
      const { attribute, values } = readAttribute(code, memo, children)
      attributes.push(attribute)
      for (const [guid, value] of values)
        meanings.set(guid, { kind: 'value', attribute: attribute.id, value })
    } else {
      const label = readLabel(code, memo, path, parent, ids)
      labels.push(label)
      meanings.set(guidOfCode(code), { kind: 'label', label: label.id })
      for (const child of children) visit(child, [...path, nameOf(code)], label.id)
    }
  }
  for (const code of codes ? childrenOf(codes, 'Code') : []) visit(code, [], null)
  return { labels, attributes, meanings }
}

/**
 * A label. Its id is the one that Assay wrote; else its name, which is preceded by the names above it where the
 * file has several of one name. Of a code that Assay did not write there is no more than what it says.
 */
function readLabel(
  code: ReadElement,
  { prose, fields }: Memo,
  path: readonly string[],
  parent: string | null,
  ids: Set<string>,
): ReadLabel {
  const name = firstOf(fields, 'Name') || nameOf(code)
  const candidates = [firstOf(fields, 'Label'), name, [...path, name].join(' / '), guidOfCode(code)]
  const id = candidates.find(one => one && !ids.has(one)) ?? `${name} (${ids.size + 1})`
  ids.add(id)
  const colour = nearestColour(code.attributes.color ?? '')
  const said = { id, name, parent, ...(colour ? { colour } : {}) }
  if (firstOf(fields, 'Label') === '') return prose === '' ? said : { ...said, definition: prose }
  return {
    ...said,
    definition: prose,
    summary: firstOf(fields, 'Summary'),
    inclusion: firstOf(fields, 'Include'),
    exclusion: firstOf(fields, 'Exclude'),
    examples: allOf(fields, 'Example'),
    counterexamples: allOf(fields, 'Counterexample'),
    key: firstOf(fields, 'Key'),
    exclusive: firstOf(fields, 'Alone on its range') === 'yes',
    retired: firstOf(fields, 'Retired') === 'yes',
  }
}

/** An attribute, and its values by the GUIDs of their codes. Codes that somebody added below it are values too. */
function readAttribute(
  code: ReadElement,
  { prose, fields }: Memo,
  children: readonly ReadElement[],
): { attribute: ReadAttribute; values: readonly (readonly [string, string])[] } {
  const name = nameOf(code)
  const values = children.map(child => {
    const given = nameOf(child)
    const plain = given.startsWith(`${name}: `) ? given.slice(name.length + 2) : given
    return [guidOfCode(child), firstOf(memoOf(child).fields, 'Value') || plain] as const
  })
  const type = AttributeType.safeParse(firstOf(fields, 'Type')).data ?? 'text'
  const added = type === 'choice' || type === 'choices' ? values.map(([, value]) => value) : []
  const condition = firstOf(fields, 'Asked where')
  return {
    attribute: {
      id: firstOf(fields, 'Attribute'),
      name,
      definition: prose,
      type,
      choices: [...new Set([...allOf(fields, 'Choice'), ...added])],
      labels: allOf(fields, 'For'),
      required: firstOf(fields, 'Required') === 'yes',
      preset: firstOf(fields, 'At first'),
      condition: condition ? { attribute: condition, values: allOf(fields, 'is') } : null,
    },
    values,
  }
}

const guidOfCode = ({ attributes, line }: ReadElement): string => sameGuid(attributes.guid ?? `line ${line}`)

const nameOf = ({ attributes, line }: ReadElement): string => attributes.name?.trim() || `Code ${line}`

function memoOf(code: ReadElement): Memo {
  const [description] = childrenOf(code, 'Description')
  return readMemo(description ? textWithin(description) : '')
}

const allOf = (fields: readonly Field[], name: string): string[] =>
  fields.flatMap(([one, value]) => (one === name ? [value] : []))

const firstOf = (fields: readonly Field[], name: string): string => allOf(fields, name)[0] ?? ''
