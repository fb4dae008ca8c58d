/** What the configuration files of brat say of types: their names for people, hierarchy, colours, keys and values. */
import { nearestColour } from '../codebook/label-colours.ts'
import type { GivenFile } from '../format.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'

export interface Configuration {
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
}

/** Of all collections among the files. Never refuses: types that are not configured are known from their use. */
export function configurationOf(files: readonly GivenFile[]): Configuration {
  const named = (name: string) =>
    files.filter(({ path }) => path.toLowerCase().split('/').at(-1) === name).map(file => file.text())
  const visual = visualOf(named('visual.conf').flatMap(entriesOf))
  const keys = new Map(
    named('kb_shortcuts.conf').flatMap(text =>
      Array.from(
        text.matchAll(/^([a-z])[ \t]+(\S+)\s*$/gim),
        ([, key = '', type = '']) => [type, key] as const,
      ),
    ),
  )
  const entries = named('annotation.conf').flatMap(entriesOf)
  const nameOf = (type: string) => visual.names.get(type) ?? type
  // An event's trigger is an annotation of its type.
  const labels = entries.filter(({ section }) => section === 'entities' || section === 'events')
  const types = new Set(labels.map(({ type }) => type))
  return {
    labels: labels.map(({ type, parent, unused }) => {
      const colour = nearestColour(visual.colours.get(type) ?? '')
      const key = keys.get(type)?.toLowerCase()
      return {
        id: type,
        name: nameOf(type),
        ...(parent === null || !types.has(parent) ? {} : { parent }),
        ...(unused ? { retired: true } : {}),
        ...(colour ? { colour } : {}),
        ...(key ? { key } : {}),
      }
    }),
    attributes: entries
      .filter(({ section }) => section === 'attributes')
      .map(({ type, details }) => {
        const choices = /(?:^|[\s,])(?!Arg:|<)[^\s,:]+:([^\s,]+)/.exec(details)?.[1]?.split('|') ?? []
        const bearers = /(?:^|[\s,])Arg:([^\s,]+)/.exec(details)?.[1]?.split('|') ?? []
        return {
          id: type,
          name: nameOf(type),
          ...(choices.length > 0 ? { type: 'choice', choices: [...new Set(choices)] } : { type: 'yes-no' }),
          ...(bearers.every(one => types.has(one)) ? { labels: bearers } : {}),
        }
      }),
  }
}

interface Entry {
  readonly section: string
  readonly type: string
  /** The nearest one above that stands less deep. */
  readonly parent: string | null
  /** Marked by `!`: shown, and no longer given. */
  readonly unused: boolean
  readonly terms: readonly string[]
  readonly details: string
}

/** The lines of a configuration file that define something, as `projectconfig.py` of brat reads them. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = []
  let section = ''
  let open: { type: string; depth: number }[] = []
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[(.*)\]\s*$/.exec(line)
    if (heading) {
      section = heading[1] ?? ''
      open = []
      continue
    }
    // Names may have blanks in `[labels]`, where only tabs divide.
    const pattern = section === 'labels' ? /^(\s*)([^\t]+)(?:\t(.*))?$/ : /^(\s*)(\S+)(?:\s+(.*))?$/
    const [, indent = '', names = '', details = ''] = pattern.exec(line) ?? []
    if (/^(?:#|<[A-Za-z_-]+>=|-+$|$)/.test(names.trim())) continue
    const [first = '', ...terms] = names.split('|').map(term => term.trim())
    const type = first.replace(/^!/, '')
    open = open.filter(({ depth }) => depth < indent.length)
    const parent = open.at(-1)?.type ?? null
    entries.push({ section, type, parent, unused: first.startsWith('!'), terms, details })
    open.push({ type, depth: indent.length })
  }
  return entries
}

function visualOf(entries: readonly Entry[]) {
  return {
    names: new Map(
      entries.flatMap(({ section, type, terms: [name] }) =>
        section === 'labels' && name ? [[type, name] as const] : [],
      ),
    ),
    colours: new Map(
      entries.flatMap(({ section, type, details }) => {
        const colour = /(?:^|[\s,])bgColor:([^\s,]+)/.exec(details)?.[1]
        return section === 'drawing' && colour ? [[type, colour] as const] : []
      }),
    ),
  }
}
