/** What annotation.conf and visual.conf say of the types in a collection, by brat's server/src/projectconfig.py. */
import { Attribute } from '../../model/attribute.ts'
import { Label } from '../../model/label.ts'
import { nearestColour } from '../codebook/label-colours.ts'
import type { GivenFile } from '../format.ts'
import { jsonRecord } from '../lines.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'
import { valueNames } from '../safe-names.ts'
import { offered } from './type-names.ts'
import { ATTRIBUTE_COMMENT, LABEL_COMMENT } from './write-conf.ts'

export interface Conf {
  /** By their types. */
  readonly labels: ReadonlyMap<string, ReadLabel>
  readonly attributes: ReadonlyMap<string, ReadAttribute & { readonly valueOf: ReadonlyMap<string, string> }>
}

export const NO_CONF: Conf = { labels: new Map(), attributes: new Map() }

/**
 * @param visual visual.conf, where there is one
 * @throws a refusal (`unreadable`) that names the line of a comment of Assay that is broken
 */
export function readConf(annotation: GivenFile, visual: GivenFile | undefined): Conf {
  const lines = annotation.text().split('\n')
  const { names, colours } = displayOf(visual?.text() ?? '')
  const labels = new Map<string, ReadLabel>()
  const attributes = new Map<string, ReadAttribute & { valueOf: ReadonlyMap<string, string> }>()
  for (const [index, line] of lines.entries()) {
    const [, comment, type, json] = /^(# assay-[a-z]+) (\S+) (\{.*\})\s*$/.exec(line) ?? []
    if (!type || !json) continue
    const place = `${annotation.path}, line ${index + 1}`
    if (comment === LABEL_COMMENT) {
      const { position: _, ...one } = jsonRecord(json, place, Label)
      labels.set(type, one)
    }
    if (comment === ATTRIBUTE_COMMENT) {
      const { position: _, ...one } = jsonRecord(json, place, Attribute)
      const values = valueNames(offered(one))
      attributes.set(type, { ...one, valueOf: new Map(Array.from(values, ([value, name]) => [name, value])) })
    }
  }
  const ids = new Map(Array.from(labels, ([type, { id }]) => [type, id]))
  for (const { type, parent, unused } of nodesOf(lines, ['entities', 'events'])) {
    if (labels.has(type)) continue
    labels.set(type, {
      ...{ id: type, name: names.get(type) ?? type, retired: unused },
      ...(parent === undefined ? {} : { parent: ids.get(parent) ?? parent }),
      ...(colours.has(type) ? { colour: nearestColour(colours.get(type) ?? '') ?? 'grey' } : {}),
    })
  }
  for (const { type, args } of nodesOf(lines, ['attributes'])) {
    if (attributes.has(type)) continue
    const choices = args.get('Value') ?? []
    const bearers = (args.get('Arg') ?? []).filter(one => labels.has(one))
    attributes.set(type, {
      ...{ id: type, name: names.get(type) ?? type, valueOf: new Map() },
      ...(choices.length > 0 ? { type: 'choice', choices } : { type: 'yes-no' }),
      ...(bearers.length > 0 ? { labels: bearers.map(one => ids.get(one) ?? one) } : {}),
    })
  }
  return { labels, attributes }
}

interface Node {
  readonly type: string
  readonly parent: string | undefined
  /** Marked with `!`: it orders others and is not annotated with. */
  readonly unused: boolean
  readonly args: ReadonlyMap<string, readonly string[]>
}

/** The types of sections, each with the one that it is indented below. */
function* nodesOf(lines: readonly string[], sections: readonly string[]): Generator<Node> {
  let section = ''
  let above: { type: string; depth: number }[] = []
  for (const line of lines) {
    const heading = /^\s*\[([^\]]*)\]\s*$/.exec(line)
    if (heading) {
      section = heading[1] ?? ''
      above = []
    } else if (sections.includes(section) && !/^\s*(?:#|<|-+\s*$|$)/.test(line)) {
      const [, indent = '', terms = '', rest = ''] = /^(\s*)(\S+)(.*)$/.exec(line) ?? []
      const [first = ''] = terms.split('|')
      const type = first.replace(/^!/, '')
      if (type === '') continue
      above = above.slice(0, above.findLastIndex(({ depth }) => depth < indent.length) + 1)
      yield { type, parent: above.at(-1)?.type, unused: first.startsWith('!'), args: argsOf(rest) }
      above.push({ type, depth: indent.length })
    }
  }
}

/** `Arg:A|B, Value:x|y` */
const argsOf = (rest: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rest.split(',').map(arg => {
      const [key = '', values = ''] = arg.trim().split(/:(.*)/s)
      return [key.replace(/[?*+]$/, ''), values.split('|').filter(value => value !== '')]
    }),
  )

/** What types are called and coloured. */
function displayOf(visual: string): {
  readonly names: ReadonlyMap<string, string>
  readonly colours: ReadonlyMap<string, string>
} {
  const names = new Map<string, string>()
  const colours = new Map<string, string>()
  let section = ''
  for (const line of visual.split('\n')) {
    section = /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1] ?? section
    if (section === 'labels') {
      const [type = '', name = ''] = line.split('|').map(term => term.trim())
      if (type !== '' && name !== '') names.set(type, name)
    } else if (section === 'drawing') {
      const [, type, colour] = /^(\S+)\s.*\bbgColor:(#[\da-f]+)/i.exec(line) ?? []
      if (type && colour) colours.set(type, colour)
    }
  }
  return { names, colours }
}
