import type { MessageId } from '../messages/messages.ts'
import { say } from '../messages/messages.ts'

/** The ways to search: an example of each, and what it means. */
const SYNTAX: readonly (readonly [MessageId, MessageId])[] = [
  ['search.example-word', 'search.syntax-word'],
  ['search.example-phrase', 'search.syntax-phrase'],
  ['search.example-beginning', 'search.syntax-beginning'],
  ['search.example-and', 'search.syntax-and'],
  ['search.example-or', 'search.syntax-or'],
  ['search.example-not', 'search.syntax-not'],
  ['search.example-title', 'search.syntax-title'],
  ['search.example-group', 'search.syntax-group'],
]

/** How to search. @param onTry takes an example over */
export function Syntax({ onTry }: { readonly onTry: (example: string) => void }) {
  return (
    <ul className="search-syntax">
      {SYNTAX.map(([example, meaning]) => (
        <li key={example}>
          <button type="button" className="search-example" onClick={() => onTry(say(example))}>
            {say(example)}
          </button>
          <span>{say(meaning)}</span>
        </li>
      ))}
    </ul>
  )
}
