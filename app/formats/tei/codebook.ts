/** The codebook in the header: labels as a taxonomy, attributes as the features of a feature structure. */
import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Label } from '../../model/label.ts'
import { element, type XmlElement } from '../xml.ts'
import { featureName, type Ids } from './ids.ts'

export const codebookDeclarations = ({ labels, attributes }: Codebook, ids: Ids): XmlElement[] => [
  element('classDecl', {}, () => [
    element('taxonomy', { 'xml:id': 'codebook' }, () => categories(labels, ids)),
  ]),
  ...(attributes.length > 0
    ? [
        element('fsdDecl', {}, () => [
          element('fsDecl', { type: 'attributes' }, () => attributes.map(featureOf)),
        ]),
      ]
    : []),
]

/** The labels below one, each with those that are a kind of it. A codebook has no circles. */
function categories(labels: readonly Label[], ids: Ids): XmlElement[] {
  const known = new Set<string>(labels.map(({ id }) => id))
  const below = Map.groupBy(labels, ({ parent }) => (parent && known.has(parent) ? parent : null))
  const under = (parent: Label['parent']): XmlElement[] =>
    (below.get(parent) ?? []).map(label =>
      element('category', { 'xml:id': ids.label(label.id), n: label.id }, [
        element('gloss', {}, label.name),
        ...descriptionsOf(label).map(([type, text]) => element('desc', { type }, text)),
        ...under(label.id),
      ]),
    )
  return under(null)
}

const descriptionsOf = (label: Label): [string, string][] =>
  [
    ['summary', label.summary],
    ['definition', label.definition],
    ['inclusion', label.inclusion],
    ['exclusion', label.exclusion],
    ...label.examples.map(example => ['example', example]),
    ...label.counterexamples.map(example => ['counterexample', example]),
    ['colour', label.colour],
    ['key', label.key],
  ].flatMap(([type = '', text = '']): [string, string][] => (text === '' ? [] : [[type, text]]))

const featureOf = ({ id, name, definition, type, choices }: Attribute): XmlElement => {
  const values = type === 'choice' ? choices.map(choice => element('string', {}, choice)) : []
  const [only = element('string')] = values
  return element('fDecl', { name: featureName(id) }, [
    element('fDescr', {}, definition === '' ? name : `${name}: ${definition}`),
    // `vAlt` is for two and more.
    element('vRange', {}, values.length > 1 ? [element('vAlt', {}, values)] : [only]),
  ])
}
