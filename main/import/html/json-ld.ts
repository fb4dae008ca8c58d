import type { Metadata } from '#app/model/article'

/**
 * What schema.org's JSON-LD says of an article (https://schema.org/NewsArticle).
 *
 * @param blocks the contents of the page's `<script type="application/ld+json">`
 */
export function jsonLd(blocks: readonly string[]): Partial<Metadata> {
  for (const node of blocks.flatMap(block => nodes(parsed(block)))) {
    if (!types(node).some(type => /Article$|Posting$|^Report$/.test(type))) continue
    return {
      title: text(node.headline) || text(node.name),
      author: names(node.author),
      source: names(node.publisher),
      url: text(node.url) || text(record(node.mainEntityOfPage)?.['@id']) || text(node.mainEntityOfPage),
      published: text(node.datePublished),
      language: text(node.inLanguage),
    }
  }
  return {}
}

type Node = Readonly<Record<string, unknown>>

/** The value of a block; undefined where it is no JSON. */
export function parsed(block: string): unknown {
  try {
    return JSON.parse(block)
  } catch {
    return undefined
  }
}

/** The nodes of one block: itself, those of a list, or those of its graph. */
function nodes(value: unknown): Node[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap(one => {
    const node = record(one)
    if (!node) return []
    const graph = Array.isArray(node['@graph']) ? node['@graph'] : []
    return [node, ...graph.map(record).filter(inner => inner !== undefined)]
  })
}

const types = (node: Node): string[] => [node['@type']].flat().filter(type => typeof type === 'string')

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function names(value: unknown): string {
  const list = Array.isArray(value) ? value : [value]
  return list
    .map(one => text(one) || text(record(one)?.name))
    .filter(name => name !== '' && !/^https?:/.test(name))
    .join(', ')
}

const record = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined
