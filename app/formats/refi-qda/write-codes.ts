/**
 * A codebook as the Codes of REFI-QDA, in a project and in a codebook file. Labels are codes, each below the one
 * that it is a kind of. Attributes, which the standard does not know, stand in a branch of their own: a code that
 * cannot be given for each, and below it one that can for each of its choices, as people code in such programs.
 */
import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { LabelId } from '../../model/ids.ts'
import type { Label } from '../../model/label.ts'
import { LABEL_COLOURS } from '../codebook/label-colours.ts'
import { element, type XmlElement } from '../xml.ts'
import { guidOf } from './guid.ts'
import { type Field, writeMemo } from './memo.ts'

export const labelGuid = (id: string): string => guidOf('label', id)
export const choiceGuid = (attribute: string, choice: string): string => guidOf('choice', attribute, choice)

/** Marks the code that holds the attributes. */
export const HOLDS_ATTRIBUTES: Field = ['Holds', 'attributes']

/** The Codes element. */
export function codesElement({ labels, attributes }: Codebook): XmlElement {
  const names = codeNames(labels, attributes)
  return element('Codes', {}, [...labelCodes(labels, names), ...attributeCodes(attributes, names)])
}

/** The values of an attribute that are codes. */
export function codedChoices({ type, choices }: Pick<Attribute, 'type' | 'choices'>): readonly string[] {
  if (type === 'choice' || type === 'choices') return choices
  return type === 'yes-no' ? ['yes', 'no'] : []
}

function labelCodes(labels: readonly Label[], names: ReadonlyMap<string, string>): XmlElement[] {
  const known = new Set<LabelId>(labels.map(label => label.id))
  const below = Map.groupBy(inOrder(labels), ({ parent }) => (parent && known.has(parent) ? parent : null))
  const codes = (parent: LabelId | null): XmlElement[] =>
    (below.get(parent) ?? []).map(label => {
      const guid = labelGuid(label.id)
      const name = names.get(guid) ?? label.id
      return element('Code', { guid, name, isCodable: true, color: LABEL_COLOURS[label.colour].light }, [
        description(label.definition, labelFields(label, name)),
        ...codes(label.id),
      ])
    })
  return codes(null)
}

const labelFields = (label: Label, name: string): Field[] => [
  ...field('Name', name === label.name ? '' : label.name),
  ...field('Summary', label.summary),
  ...field('Include', label.inclusion),
  ...field('Exclude', label.exclusion),
  ...label.examples.flatMap(example => field('Example', example)),
  ...label.counterexamples.flatMap(example => field('Counterexample', example)),
  ...field('Key', label.key),
  ...field('Alone on its range', yes(label.exclusive)),
  ...field('Retired', yes(label.retired)),
  ['Label', label.id],
]

function attributeCodes(attributes: readonly Attribute[], names: ReadonlyMap<string, string>): XmlElement[] {
  if (attributes.length === 0) return []
  const guid = guidOf('attributes')
  const codes = inOrder(attributes).map(attribute => {
    const own = guidOf('attribute', attribute.id)
    return element('Code', { guid: own, name: attribute.name, isCodable: false }, [
      description(attribute.definition, attributeFields(attribute)),
      ...codedChoices(attribute).map(choice => choiceCode(attribute, choice, names)),
    ])
  })
  return [
    element('Code', { guid, name: 'Attributes', isCodable: false }, [
      description('What is recorded beside a label.', [HOLDS_ATTRIBUTES]),
      ...codes,
    ]),
  ]
}

function choiceCode(attribute: Attribute, choice: string, names: ReadonlyMap<string, string>): XmlElement {
  const guid = choiceGuid(attribute.id, choice)
  const name = names.get(guid) ?? choice
  const tells = name === `${attribute.name}: ${choice}` && choice === choice.trim()
  const memo = tells ? [] : [description('', [['Value', choice]])]
  return element('Code', { guid, name, isCodable: true }, memo)
}

const attributeFields = (attribute: Attribute): Field[] => [
  ['Type', attribute.type],
  ...attribute.choices.flatMap(choice => field('Choice', choice)),
  ...attribute.labels.flatMap(label => field('For', label)),
  ...field('Required', yes(attribute.required)),
  ...field('At first', attribute.preset),
  ...field('Asked where', attribute.condition?.attribute ?? ''),
  ...(attribute.condition?.values ?? []).map((value): Field => ['is', value]),
  ['Attribute', attribute.id],
]

/**
 * What each code that can be given is called, by its GUID: no two the same, as QualCoder takes codes of one name
 * for one code. A label or choice whose name is taken has its id, or a number, after it.
 */
function codeNames(labels: readonly Label[], attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const free = (name: string, more: string): string => {
    let one = taken.has(name) ? `${name} (${more})` : name
    for (let number = 2; taken.has(one); number++) one = `${name} (${more}, ${number})`
    taken.add(one)
    return one
  }
  return new Map([
    ...labels.map(({ id, name }): [string, string] => [labelGuid(id), free(name, id)]),
    ...attributes.flatMap(attribute =>
      codedChoices(attribute).map((choice): [string, string] => [
        choiceGuid(attribute.id, choice),
        free(`${attribute.name}: ${choice}`, attribute.id),
      ]),
    ),
  ])
}

const description = (prose: string, fields: readonly Field[]): XmlElement =>
  element('Description', {}, writeMemo({ prose, fields }))

const field = (name: string, value: string): Field[] => (value === '' ? [] : [[name, value]])

const yes = (is: boolean): string => (is ? 'yes' : '')

const inOrder = <T extends { readonly position: number }>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => a.position - b.position)
