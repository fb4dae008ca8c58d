/** The labeling configuration: what a project of Label Studio asks for, in XML. */
import type { Attribute, AttributeType } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import { LABEL_COLOURS, nearestColour } from '../codebook/label-colours.ts'
import type { GivenFile } from '../format.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'
import { childrenOf, element, type ReadElement, readXml, type XmlElement, xmlDocument } from '../xml.ts'

/** The names that its own templates give to the text and to the labels. */
export const TEXT = 'text'
export const LABELS = 'label'
/** The control that asks for a note on a region. */
export const NOTE = 'note'

/** Controls that are there already, and the columns of JSON-MIN and CSV, where the answers stand beside the data. */
const TAKEN = new Set(
  `${TEXT} ${LABELS} ${NOTE} title source author url published language
  id annotator annotation_id created_at updated_at lead_time agreement`.split(/\s+/),
)

/** The name of the control that asks for an attribute: no two controls share one, and no id begins with `_`. */
export const controlName = (attribute: string): string => (TAKEN.has(attribute) ? `_${attribute}` : attribute)

/** The configuration, without an XML declaration: Label Studio parses it as a string, which then may have none. */
export function* configFile(codebook: Codebook): Generator<string> {
  const [, ...pieces] = xmlDocument(configOf(codebook))
  yield* pieces
}

const configOf = ({ labels, attributes }: Codebook): XmlElement =>
  element('View', {}, () => [
    element('Header', { value: '$title' }),
    element('Labels', { name: LABELS, toName: TEXT }, () =>
      // Retired ones, too: a region whose label is not there loses it when it is saved again.
      labels.map(({ id, name, colour, key, summary, definition }) =>
        // With an alias, that is what results have; the annotator sees the value.
        element('Label', {
          value: name,
          alias: id,
          background: LABEL_COLOURS[colour].light,
          hotkey: key || undefined,
          hint: summary || definition || undefined,
        }),
      ),
    ),
    element('Text', { name: TEXT, value: `$${TEXT}`, granularity: 'symbol' }),
    ...attributes.map(attribute => asked(attribute.name, attribute.labels, controlOf(attribute))),
    asked('Note', [], element('TextArea', { name: NOTE, toName: TEXT, perRegion: true, ...LONG })),
  ])

/** A control with its heading, which are seen where a region with one of these labels is selected. */
const asked = (heading: string, labels: readonly string[], control: XmlElement): XmlElement =>
  element('View', { visibleWhen: 'region-selected', whenLabelValue: labels.join(',') || undefined }, () => [
    element('Header', { value: heading, size: 6 }),
    control,
  ])

const SHORT = { maxSubmissions: 1, editable: true }
const LONG = { rows: 4, ...SHORT }

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
      return element('TextArea', { ...common, ...LONG })
    case 'text':
    case 'url':
    case 'name':
      return element('TextArea', { ...common, ...SHORT })
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
    else if (tag.attributes.perRegion === 'true') {
      if (name !== NOTE) attributes.push(attributeOf(tag, name, heading))
    } else if (tag.name === 'Choices') labels.push(...childrenOf(tag, 'Choice').flatMap(labelOf))
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
  const colour = nearestColour(background ?? '')
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
  control.startsWith('_') && TAKEN.has(control.slice(1)) ? control.slice(1) : control

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
