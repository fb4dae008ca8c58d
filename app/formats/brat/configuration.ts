/** brat's configuration of a collection: what can be annotated, how it looks, and by which keys it is chosen. */
import { ancestorsOf, type Codebook } from '../../model/codebook.ts'
import type { LabelId } from '../../model/ids.ts'
import type { Label } from '../../model/label.ts'
import { LABEL_COLOURS } from '../codebook/label-colours.ts'
import type { Corpus } from '../corpus.ts'
import { onOneLine } from './one-line.ts'
import { ANNOTATOR, type Vocabulary } from './vocabulary.ts'

/** `annotation.conf`: labels with their hierarchy, and those attributes whose values brat can offer. */
export function annotationFile({ codebook }: Corpus, { labels, attributes, annotators }: Vocabulary): string {
  const entities = inHierarchy(codebook).map(
    ({ label, depth }) => `${'\t'.repeat(depth)}${label.retired ? '!' : ''}${labels.get(label.id)}`,
  )
  const offered = codebook.attributes.flatMap(one => {
    const { type = '', values = new Map() } = attributes.get(one.id) ?? {}
    const bearers = one.labels.flatMap(id => labels.get(id) ?? [])
    return values.size > 0 ? [attributeLine(type, bearers, values.values())] : []
  })
  return sections({
    entities,
    relations: [],
    events: [],
    attributes: [attributeLine(ANNOTATOR, [], annotators.values()), ...offered],
  })
}

/** `visual.conf`: names for people, and colours. */
export function visualFile(codebook: Codebook, { labels, attributes }: Vocabulary): string {
  const named = (type: string | undefined, name: string) => `${type} | ${shown(name)}`
  return sections({
    labels: [
      ...codebook.labels.map(({ id, name }) => named(labels.get(id), name)),
      ...codebook.attributes.map(({ id, name }) => named(attributes.get(id)?.type, name)),
    ],
    drawing: [
      'SPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...codebook.labels.map(
        ({ id, colour }) =>
          `${labels.get(id)}\tfgColor:black, bgColor:${LABEL_COLOURS[colour].dark}, borderColor:darken`,
      ),
    ],
  })
}

/** `kb_shortcuts.conf`: the keys of the labels that have one. */
export const shortcutsFile = (codebook: Codebook, { labels }: Vocabulary): string =>
  codebook.labels.map(({ id, key }) => (key === '' ? '' : `${key}\t${labels.get(id)}\n`)).join('')

const sections = (lines: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(lines)
    .map(([name, within]) => [`[${name}]`, ...within, ''].join('\n'))
    .join('\n')

const attributeLine = (type: string, bearers: readonly string[], values: Iterable<string>): string =>
  `${type}\tArg:${bearers.join('|') || '<ENTITY>'}, Value:${[...values].join('|')}`

/** Tabs and bars divide brat's lines. */
const shown = (name: string): string => onOneLine(name).replaceAll('|', '¦').replaceAll('\t', ' ')

/** Every label after the one that it is a kind of. */
function inHierarchy({ labels }: Codebook): { readonly label: Label; readonly depth: number }[] {
  const children = Map.groupBy(labels, label => label.parent)
  const below = (parent: LabelId | null): { label: Label; depth: number }[] =>
    (children.get(parent) ?? []).flatMap(label => [
      { label, depth: ancestorsOf(labels, label.id).length },
      ...below(label.id),
    ])
  return below(null)
}
