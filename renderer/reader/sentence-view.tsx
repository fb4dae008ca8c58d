import { memo, type ReactNode } from 'react'
import type { Annotation } from '#app/model/annotation'
import type { Label } from '#app/model/label'
import { describeMark, labelsOf, namesOf } from './describe-mark.ts'
import type { Mark } from './marks.ts'
import { coversWhole, type Drawn, type Piece, piecesOf } from './pieces.ts'

interface SentenceViewProps {
  /** From 1. */
  readonly number: number
  /** Where it begins in the article. */
  readonly start: number
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

/** Lines that a style is there for (reader.css); what needs more shares the last. */
const LANES = 3

/** How a word about a sentence is shown above it where it has no label. */
const SIGNS = { read: '✓', 'cannot-judge': '?', difficult: '⚑' } as const

/**
 * One sentence, with what the person has said of it. Labels of all of it, or more, colour it; those of a part of it are
 * underlined, one line for each of those that overlap. Their names stand above the line, so that nothing moves.
 */
export const SentenceView = memo(function SentenceView(props: SentenceViewProps) {
  const { number, start, text, gap, mark, labels, current, selected, splitAt } = props
  const range = { start, end: start + text.length }
  const whole = labelsOf(
    mark.annotations.filter(one => coversWhole(one, range)),
    labels,
  )
  const all = labelsOf(mark.annotations, labels)
  return (
    <>
      <span
        className={selected ? 'sentence sentence-selected' : 'sentence'}
        tabIndex={current ? 0 : -1}
        data-sentence={number}
        data-labels={all.length > 0 ? all.map(({ id }) => id).join(' ') : undefined}
        data-reviewed={mark.judgement === 'read' ? 'true' : undefined}
        data-judgement={mark.judgement ?? undefined}
        data-colour={whole[0]?.colour}
        data-shown={shownAbove(whole, mark)}
        aria-current={current ? 'true' : undefined}
        aria-description={describeMark(mark, labels) || undefined}
      >
        {splitAt >= 0 ? splitText(text, splitAt) : drawn(text, piecesOf(range, mark.annotations), labels)}
      </span>
      {gap}
    </>
  )
})

/** The names of its labels, a sign for a word about it; a flag stands beside labels too. */
function shownAbove(whole: readonly Label[], { annotations, judgement }: Mark): string | undefined {
  const flag = judgement === 'difficult' ? ` ${SIGNS.difficult}` : ''
  if (whole.length > 0) return `${namesOf(whole)}${flag}`
  if (annotations.length > 0) return flag.trim() || undefined
  return judgement ? SIGNS[judgement] : undefined
}

const splitText = (text: string, splitAt: number): ReactNode => (
  <>
    {text.slice(0, splitAt)}
    <span className="split-mark" />
    {text.slice(splitAt)}
  </>
)

function drawn(text: string, pieces: readonly Piece[], labels: readonly Label[]): ReactNode {
  if (pieces.length === 1 && pieces[0]?.drawn.length === 0) return text
  return pieces.map(piece => {
    const above = namesOf(labelsOf(piece.begins, labels))
    return (
      <span
        key={piece.start}
        className={above ? 'piece-begins' : undefined}
        data-shown={above || undefined}
        data-colour={colourOf(piece.begins[0], labels)}
      >
        <Lined drawn={piece.drawn} labels={labels}>
          {text.slice(piece.start, piece.end)}
        </Lined>
      </span>
    )
  })
}

interface LinedProps {
  readonly drawn: readonly Drawn[]
  readonly labels: readonly Label[]
  readonly children: ReactNode
}

/** A text with a line of its own for each annotation: one element within the other. */
function Lined({ drawn: [first, ...others], labels, children }: LinedProps): ReactNode {
  if (!first) return children
  return (
    <span
      className="piece"
      data-colour={colourOf(first.annotation, labels)}
      data-lane={Math.min(first.lane, LANES - 1)}
    >
      <Lined drawn={others} labels={labels}>
        {children}
      </Lined>
    </span>
  )
}

const colourOf = (annotation: Annotation | undefined, labels: readonly Label[]): string | undefined =>
  annotation && labels.find(label => label.id === annotation.label)?.colour
