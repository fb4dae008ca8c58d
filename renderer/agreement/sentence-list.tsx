import { useState } from 'react'
import type { ComparedSentence, ComparedSentences, Outcome } from '#app/contract'
import { say } from '../messages/messages.ts'
import { openPlace } from '../register/elsewhere.ts'
import { Pager } from '../register/pager.tsx'
import { useCodebook } from '../shell/session-store.ts'
import { usePage } from './use-page.ts'
import { colourOf, sayCategory } from './words.ts'

const PAGE = 20

export type AskSentences = (page: {
  readonly offset: number
  readonly limit: number
}) => Promise<Outcome<ComparedSentences>>

interface SentenceListProps {
  /** Tells one list from another. */
  readonly question: string
  readonly ask: AskSentences
  readonly label: string
  readonly names: readonly string[]
  /** The places of those whose answers are shown; all if not said. */
  readonly coders?: readonly number[]
}

/** Sentences with what was given them; each leads to its place in the article. */
export function SentenceList({ question, ask, label, names, coders }: SentenceListProps) {
  const [offset, setOffset] = useState(0)
  const { value, failure } = usePage(`${question} ${offset}`, () => ask({ offset, limit: PAGE }))
  if (failure) return <p className="problem">{failure.message}</p>
  if (!value) return <p className="agreement-says">{say('agreement.looking')}</p>
  return (
    <>
      <ol className="compared" aria-label={label}>
        {value.sentences.map(one => (
          <Compared key={`${one.article} ${one.range.start}`} sentence={one} names={names} coders={coders} />
        ))}
      </ol>
      <Pager offset={offset} limit={PAGE} total={value.total} onGo={setOffset} />
    </>
  )
}

interface ComparedProps {
  readonly sentence: ComparedSentence
  readonly names: readonly string[]
  readonly coders: readonly number[] | undefined
}

function Compared({ sentence, names, coders }: ComparedProps) {
  const codebook = useCodebook()
  const { article, title, range, text, given } = sentence
  const shown = (coders ?? [...names.keys()]).filter(coder => given[coder] !== undefined)
  return (
    <li className="compared-sentence">
      <button
        type="button"
        className="compared-text"
        onClick={() => openPlace({ article, start: range.start, end: range.end })}
      >
        <span className="compared-from" dir="auto">
          {say('agreement.sentence-of', { number: sentence.sentence + 1, title })}
        </span>
        <span className="compared-words" dir="auto">
          {text}
        </span>
      </button>
      <ul className="compared-given">
        {shown.map(coder => (
          <li key={coder}>
            <span dir="auto">{names[coder]}</span>
            <span className="compared-label" data-colour={colourOf(codebook, given[coder])}>
              {sayCategory(codebook, given[coder])}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
