/** The configuration of a collection: what there is to annotate with (annotation.conf), and how it looks (visual.conf). */
import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Label } from '../../model/label.ts'
import { LABEL_COLOURS } from '../codebook/label-colours.ts'
import { offered, type TypeNames } from './type-names.ts'

/** Comments of annotation.conf hold what of a label or attribute brat has no place for, as JSON after its type. */
export const LABEL_COMMENT = '# assay-label'
export const ATTRIBUTE_COMMENT = '# assay-attribute'

export function* annotationConf({ labels, attributes }: Codebook, types: TypeNames): Generator<string> {
  yield '# By the lines that begin with “# assay” Assay knows its labels and attributes again.\n'
  for (const one of labels) yield `${LABEL_COMMENT} ${types.labels.get(one.id)} ${JSON.stringify(one)}\n`
  for (const one of attributes)
    yield `${ATTRIBUTE_COMMENT} ${types.attributes.get(one.id)} ${JSON.stringify(one)}\n`
  yield '\n[entities]\n'
  const known = new Set(labels.map(label => label.id))
  const children = Map.groupBy(labels, ({ parent }) => (parent && known.has(parent) ? parent : null))
  yield* entityLines(null, '')
  yield '\n[relations]\n\n[events]\n\n[attributes]\n'
  for (const one of attributes) if (offered(one).length > 0) yield attributeLine(one, types)

  function* entityLines(parent: Label['parent'], indent: string): Generator<string> {
    for (const { id, retired } of children.get(parent) ?? []) {
      yield `${indent}${retired ? '!' : ''}${types.labels.get(id)}\n`
      yield* entityLines(id, `${indent}\t`)
    }
  }
}

function attributeLine({ id, labels }: Attribute, types: TypeNames): string {
  const bearers = labels.map(label => types.labels.get(label) ?? label).join('|') || '<ENTITY>'
  const values = [...(types.values.get(id)?.values() ?? [])].join('|')
  return `${types.attributes.get(id)}\tArg:${bearers}, Value:${values}\n`
}

export function* visualConf({ labels, attributes }: Codebook, types: TypeNames): Generator<string> {
  yield '[labels]\n'
  for (const { id, name } of labels) yield `${types.labels.get(id)} | ${displayed(name)}\n`
  for (const { id, name } of attributes) yield `${types.attributes.get(id)} | ${displayed(name)}\n`
  yield '\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:#b4b9bf, borderColor:darken\n'
  yield 'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n'
  // The colours for dark paper are light, so that black stands out on them.
  for (const { id, colour } of labels)
    yield `${types.labels.get(id)}\tbgColor:${LABEL_COLOURS[colour].dark}, fgColor:black\n`
}

/** `|` and tabs divide a line of visual.conf, and a `!` in front has a meaning. */
const displayed = (name: string): string => name.replace(/[|\s]+/g, ' ').replace(/^[! ]+/, '') || '_'
