import { memo } from 'react'
import type { Label } from '#app/model/label'
import type { Mark } from './marks.ts'

interface SentenceViewProps {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** The blanks between it and the next sentence of its paragraph. */
  readonly gap: string
  readonly mark: Mark
  readonly labels: readonly Label[]
  readonly current: boolean
  readonly selected: boolean
  /** Where it would be split, in UTF-16 units from its beginning; -1 where it is not being split. */
  readonly splitAt: number
}

/** One sentence, with what the person has said of it. The label's name stands above the line, so that nothing moves. */
export const SentenceView = memo(function SentenceView({
  number,
  text,
  gap,
  mark,
  labels,
  current,
  selected,
  splitAt,
}: SentenceViewProps) {
  const ids = [...new Set(mark.annotations.map(annotation => annotation.label))]
  const known = ids.flatMap(id => labels.find(label => label.id === id) ?? [])
  const names = known.map(label => label.name).join(' · ')
  const shown = names || (mark.reviewed ? '✓' : undefined)
  return (
    <>
      <span
        className={selected ? 'sentence sentence-selected' : 'sentence'}
        tabIndex={current ? 0 : -1}
        data-sentence={number}
        data-labels={ids.length > 0 ? ids.join(' ') : undefined}
        data-reviewed={mark.reviewed ? 'true' : undefined}
        data-colour={known[0]?.colour}
        data-shown={shown}
        aria-current={current ? 'true' : undefined}
        aria-description={names || (mark.reviewed ? 'Reviewed, no label' : undefined)}
      >
        {splitAt < 0 ? text : text.slice(0, splitAt)}
        {splitAt >= 0 && <span className="split-mark" />}
        {splitAt >= 0 && text.slice(splitAt)}
      </span>
      {gap}
    </>
  )
})
