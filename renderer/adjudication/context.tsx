import { useEffect, useRef } from 'react'
import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import type { Adjudication } from '#app/contract'
import { say } from '../messages/messages.ts'

/** As much of the text, in UTF-16 units, stands before and after the sentence. */
const AROUND = 700

interface ContextProps {
  readonly adjudication: Adjudication
  readonly sentence: SentenceToDecide
}

/** The sentence where it stands in the article. */
export function Context({ adjudication: { article, text }, sentence: { sentence, range } }: ContextProps) {
  const box = useRef<HTMLElement>(null)
  const mark = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is to be in view
  useEffect(() => {
    if (box.current && mark.current)
      box.current.scrollTop = mark.current.offsetTop - box.current.clientHeight / 3
  }, [article.id, sentence])
  const { start, end } = range
  const from = wordBefore(text, start - AROUND)
  const to = wordAfter(text, end + AROUND)
  return (
    <section
      ref={box}
      className="decide-context"
      dir="auto"
      {...(article.language ? { lang: article.language } : {})}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={say('adjudication.sentence', { number: sentence + 1 })}
    >
      {from > 0 && '… '}
      {text.slice(from, start)}
      <mark ref={mark} className="decide-sentence">
        {text.slice(start, end)}
      </mark>
      {text.slice(end, to)}
      {to < text.length && ' …'}
    </section>
  )
}

/** The beginning of a word at or after a place, for a text that begins there. */
function wordBefore(text: string, place: number): number {
  if (place <= 0) return 0
  const blank = text.slice(place).search(/\s/)
  return blank < 0 ? place : place + blank + 1
}

/** The end of a word at or before a place, for a text that ends there. */
function wordAfter(text: string, place: number): number {
  if (place >= text.length) return text.length
  const last = text.slice(0, place).search(/\s\S*$/)
  return last < 0 ? place : last
}
