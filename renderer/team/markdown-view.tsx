import MarkdownIt, { type Token } from 'markdown-it'
import { createElement, type ReactNode, useMemo } from 'react'

/** No markup within the text, and nothing becomes a link by itself. */
const commonMark = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 50 })

/** What of Markdown becomes an element. What else there is, such as pictures, stays text. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'strong', 'em', 's', 'code', 'pre'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
])

/** Markdown as elements of our own: text from outside never becomes markup. Links are shown with their address, and lead nowhere. */
export function MarkdownView({ text }: { readonly text: string }) {
  const shown = useMemo(() => elementsOf(commonMark.parse(text, {})), [text])
  return (
    <div className="markdown" dir="auto">
      {shown}
    </div>
  )
}

interface Open {
  readonly token: Token | null
  readonly children: ReactNode[]
}

function elementsOf(tokens: readonly Token[]): ReactNode[] {
  const root: Open = { token: null, children: [] }
  const open: Open[] = [root]
  const add = (node: ReactNode) => open.at(-1)?.children.push(node)
  for (const [key, token] of tokens.entries()) {
    if (token.nesting === 1) open.push({ token, children: [] })
    else if (token.nesting === -1) {
      const closed = open.length > 1 ? open.pop() : undefined
      if (closed?.token) add(elementOf(closed.token, closed.children, key))
    } else if (token.type === 'inline') add(elementsOf(token.children ?? []))
    else add(leafOf(token, key))
  }
  return root.children
}

function elementOf(token: Token, children: readonly ReactNode[], key: number): ReactNode {
  if (token.type === 'link_open') {
    const address = token.attrGet('href') ?? ''
    return createElement('span', { key }, ...children, ` (${address})`)
  }
  // The page has its own heads above these.
  const heading = /^h([1-6])$/.exec(token.tag)
  if (heading) return createElement(`h${Math.min(6, Number(heading[1]) + 2)}`, { key }, ...children)
  return createElement(ELEMENTS.has(token.tag) ? token.tag : 'span', { key }, ...children)
}

function leafOf(token: Token, key: number): ReactNode {
  switch (token.type) {
    case 'softbreak':
      return '\n'
    case 'hardbreak':
      return createElement('br', { key })
    case 'hr':
      return createElement('hr', { key })
    case 'code_inline':
      return createElement('code', { key }, token.content)
    case 'fence':
    case 'code_block':
      return createElement('pre', { key }, token.content)
    default:
      return token.content
  }
}
