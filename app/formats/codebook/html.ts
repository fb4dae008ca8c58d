import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Label } from '../../model/label.ts'
import { element, type XmlElement, type XmlNode, xmlOf } from '../xml.ts'
import type { CodebookFormat } from './codebook-format.ts'
import { PAGE_STYLE } from './page-style.ts'

/**
 * A page to read and to print: one file without script or anything from elsewhere. All that comes from the
 * codebook goes through the XML writer; no element that HTML would not close is ever empty.
 */
export const html: CodebookFormat = {
  id: 'html',
  name: 'Codebook (page)',
  extension: 'html',
  write(codebook, { project, at, version }) {
    const title = `Codebook of ${project}`
    const body = element('body', {}, [
      element('header', {}, [
        element('h1', {}, title),
        element('p', {}, `As of ${at.slice(0, 10)}. Written by Assay ${version}.`),
      ]),
      element('main', {}, [...labelSections(codebook), ...attributeSections(codebook)]),
    ])
    return [
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      `${xmlOf([element('title', {}, title)])}\n<style>\n${PAGE_STYLE}</style>\n</head>\n`,
      `${xmlOf([body])}\n</html>\n`,
    ].join('')
  },
}

function labelSections({ labels }: Codebook): XmlElement[] {
  const known = new Set(labels.map(label => label.id))
  const below = Map.groupBy(inOrder(labels), ({ parent }) => (parent && known.has(parent) ? parent : null))
  const sections = (parent: Label['parent'], depth: number): XmlElement[] =>
    (below.get(parent) ?? []).map(label =>
      element('section', { id: `label-${label.id}`, 'data-colour': label.colour }, [
        heading(depth, label.name, [
          ...(label.key ? [element('kbd', {}, label.key)] : []),
          ...(label.retired ? [element('small', {}, 'retired')] : []),
        ]),
        ...paragraph(label.summary, 'summary'),
        ...paragraph(label.definition),
        ...terms([
          ['Applies', [label.inclusion]],
          ['Does not apply', [label.exclusion]],
          ['Examples', label.examples],
          ['Counterexamples', label.counterexamples],
        ]),
        ...sections(label.id, depth + 1),
      ]),
    )
  return [element('h2', {}, 'Labels'), ...sections(null, 3)]
}

function attributeSections({ labels, attributes }: Codebook): XmlElement[] {
  if (attributes.length === 0) return []
  const labelName = new Map<string, string>(labels.map(({ id, name }) => [id, name]))
  const attributeName = new Map<string, string>(attributes.map(({ id, name }) => [id, name]))
  const sections = inOrder(attributes).map(one =>
    element('section', { id: `attribute-${one.id}` }, [
      heading(3, one.name, []),
      ...paragraph(one.definition),
      ...terms([
        ['Value', [TYPES[one.type]]],
        ['Choices', one.choices],
        ['For', one.labels.map(id => labelName.get(id) ?? id)],
        ['Needed', [one.required ? 'yes' : '']],
        ['At first', [one.preset]],
        ['Asked where', one.condition ? [conditionOf(one.condition, attributeName)] : []],
      ]),
    ]),
  )
  return [element('h2', {}, 'Attributes'), ...sections]
}

const TYPES: Readonly<Record<Attribute['type'], string>> = {
  text: 'a line of text',
  'long-text': 'text',
  choice: 'one of the choices',
  choices: 'any of the choices',
  number: 'a number',
  date: 'a date',
  'yes-no': 'yes or no',
  url: 'a web address',
  name: 'a name',
  'status-history': 'dated statuses',
}

const conditionOf = (
  { attribute, values }: NonNullable<Attribute['condition']>,
  names: ReadonlyMap<string, string>,
): string => `${names.get(attribute) ?? attribute} is ${values.join(' or ')}`

/** A heading of this depth, of which HTML has six. */
const heading = (depth: number, text: string, more: readonly XmlElement[]): XmlElement =>
  element(`h${Math.min(depth, 6)}`, {}, [text, ...more.flatMap((one): XmlNode[] => [' ', one])])

const paragraph = (text: string, kind?: string): XmlElement[] =>
  text.trim() === '' ? [] : [element('p', { class: kind }, text)]

/** A list of terms with what is said of each; nothing of those of which nothing is said. */
function terms(entries: readonly (readonly [term: string, texts: readonly string[]])[]): XmlElement[] {
  const rows = entries.flatMap(([term, texts]) => {
    const said = texts.filter(text => text.trim() !== '')
    return said.length === 0 ? [] : [element('dt', {}, term), ...said.map(text => element('dd', {}, text))]
  })
  return rows.length === 0 ? [] : [element('dl', {}, rows)]
}

const inOrder = <T extends { readonly position: number }>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => a.position - b.position)
