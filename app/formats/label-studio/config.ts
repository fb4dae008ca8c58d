/** The labeling configuration: what a project of Label Studio asks for, in XML. */
import type { Attribute, AttributeType } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { GivenFile } from '../format.ts'
import { colourOf, HEX_COLOURS } from '../label-colours.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'
import { childrenOf, element, type ReadElement, readXml, type XmlElement, xmlDocument } from '../xml.ts'

/** The names that its own templates give to the text and to the labels. */
export const TEXT = 'text'
export const LABELS = 'label'

/** The name of the control that asks for an attribute: no two controls share one, and no id begins with `_`. */
export const controlName = (attribute: string): string =>
  attribute === TEXT || attribute === LABELS ? `_${attribute}` : attribute

/** The configuration, without an XML declaration: Label Studio parses it as a string, which then may have none. */
export function* configFile(codebook: Codebook): Generator<string> {
  const [, ...pieces] = xmlDocument(configOf(codebook))
  yield* pieces
}

const configOf = ({ labels, attributes }: Codebook): XmlElement =>
  element('View', {}, () => [
    element('Header', { value: '$title' }),
    element('Labels', { name: LABELS, toName: TEXT }, () =>
      labels
        .filter(label => !label.retired)
        .map(({ id, name, colour, key, summary, definition }) =>
          // With an alias, that is what results have; the annotator sees the value.
          element('Label', {
            value: name,
            alias: id,
            background: HEX_COLOURS[colour],
            hotkey: key || undefined,
            hint: summary || definition || undefined,
          }),
        ),
    ),
    element('Text', { name: TEXT, value: `$${TEXT}`, granularity: 'symbol' }),
    ...attributes.map(attribute =>
      element(
        'View',
        { visibleWhen: 'region-selected', whenLabelValue: attribute.labels.join(',') || undefined },
        () => [element('Header', { value: attribute.name, size: 6 }), controlOf(attribute)],
      ),
    ),
  ])

/** Never `required`: Label Studio would then ask for it on regions of other labels, too. */
function controlOf({ id, type, choices, labels, definition }: Attribute): XmlElement {
  const common = {
    name: controlName(id),
    toName: TEXT,
    perRegion: true,
    whenLabelValue: labels.join(',') || undefined,
    hint: definition || undefined,
  }
  const choicesOf = (values: readonly string[], choice: 'single' | 'multiple') =>
    element('Choices', { ...common, choice }, () => values.map(value => element('Choice', { value })))
  switch (type) {
    case 'choice':
      return choicesOf(choices, 'single')
    case 'choices':
      return choicesOf(choices, 'multiple')
    case 'yes-no':
      return choicesOf(YES_NO, 'single')
    case 'number':
      return element('Number', common)
    case 'date':
      return element('DateTime', { ...common, only: 'date' })
    case 'long-text':
    case 'status-history':
      return element('TextArea', { ...common, rows: 4, maxSubmissions: 1, editable: true })
    case 'text':
    case 'url':
    case 'name':
      return element('TextArea', { ...common, maxSubmissions: 1, editable: true })
  }
}

const YES_NO = ['yes', 'no']

/** What of a configuration is needed to read tasks. */
export interface Config {
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
  /** The field of a task's data that has the text; undefined where the configuration does not say. */
  readonly textField: string | undefined
  /** The names of all controls; undefined where they are not known. */
  readonly controls: ReadonlySet<string> | undefined
}

export const NO_CONFIG: Config = { labels: [], attributes: [], textField: undefined, controls: undefined }

/** Reads a labeling configuration. Throws a refusal (`unreadable`) where it is no XML. */
export function readConfig(file: GivenFile): Config {
  const labels: ReadLabel[] = []
  const attributes: ReadAttribute[] = []
  const controls = new Set<string>()
  let textField: string | undefined
  for (const { tag, heading } of tagsOf(readXml(file.text(), file.path))) {
    const { name, value } = tag.attributes
    if (tag.name === 'Text') textField ??= value?.replace(/^\$/, '')
    if (name === undefined || tag.name === 'Text') continue
    controls.add(name)
    if (tag.name === 'Labels') labels.push(...childrenOf(tag, 'Label').flatMap(labelOf))
    else if (tag.attributes.perRegion === 'true') attributes.push(attributeOf(tag, name, heading))
  }
  return { labels, attributes, textField, controls }
}

/** All tags, each with the heading that stands before it among its siblings. */
function* tagsOf(parent: ReadElement): Generator<{ tag: ReadElement; heading: string | undefined }> {
  let heading: string | undefined
  for (const tag of childrenOf(parent)) {
    if (tag.name === 'Header') heading = tag.attributes.value
    yield { tag, heading }
    yield* tagsOf(tag)
  }
}

function labelOf({ attributes }: ReadElement): ReadLabel[] {
  const { value, alias, background, hotkey, hint } = attributes
  if (!value) return []
  const colour = colourOf(background ?? '')
  return [
    {
      id: alias || value,
      name: value,
      ...(colour ? { colour } : {}),
      ...(/^[a-z]$/.test(hotkey ?? '') ? { key: hotkey ?? '' } : {}),
      ...(hint ? { definition: hint } : {}),
    },
  ]
}

function attributeOf(tag: ReadElement, control: string, heading: string | undefined): ReadAttribute {
  const choices = childrenOf(tag, 'Choice').map(
    ({ attributes }) => attributes.alias ?? attributes.value ?? '',
  )
  const { whenLabelValue, hint } = tag.attributes
  const id = attributeId(control)
  const type = typeOf(tag, choices)
  return {
    id,
    name: heading && !heading.startsWith('$') ? heading : id,
    type,
    choices: type === 'choice' || type === 'choices' ? choices : [],
    ...(whenLabelValue ? { labels: whenLabelValue.split(',') } : {}),
    ...(hint ? { definition: hint } : {}),
  }
}

/** The attribute that a control asks for: the inverse of `controlName`. */
export const attributeId = (control: string): string =>
  control === `_${TEXT}` || control === `_${LABELS}` ? control.slice(1) : control

function typeOf({ name, attributes }: ReadElement, choices: readonly string[]): AttributeType {
  switch (name) {
    case 'Choices':
      if (attributes.choice === 'multiple') return 'choices'
      return choices.join() === YES_NO.join() ? 'yes-no' : 'choice'
    case 'Taxonomy':
      return 'text'
    case 'Number':
    case 'Rating':
      return 'number'
    case 'DateTime':
      return attributes.only === 'date' ? 'date' : 'text'
    default:
      return Number(attributes.rows) > 1 ? 'long-text' : 'text'
  }
}
