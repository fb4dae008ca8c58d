// A table's own elements cannot be laid out row by row; the keys of rows and cells are the grid's, in concordance.tsx.
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
// biome-ignore-all lint/a11y/useKeyWithClickEvents: see above
import { memo } from 'react'
import type { Hit } from '#app/contract'
import type { Label } from '#app/model/label'
import { say } from '../messages/messages.ts'
import { CheckIcon } from '../ui/icons.tsx'
import { directionOf } from './direction.ts'

interface HitRowProps {
  readonly hit: Hit
  readonly index: number
  readonly chosen: boolean
  /** Whether the keys are here. */
  readonly current: boolean
  /** The labels that its sentence has. */
  readonly labels: readonly Label[]
  readonly onOpen: () => void
  readonly onToggle: () => void
  readonly onFocus: () => void
}

/** A line of the concordance: the hit between what stands before and after it, and where it is from. */
export const HitRow = memo(
  function HitRow({ hit, index, chosen, current, labels, onOpen, onToggle, onFocus }: HitRowProps) {
    const inTitle = hit.sentence === 0
    return (
      <div
        role="row"
        className="hit"
        aria-rowindex={index + 1}
        aria-selected={chosen}
        data-hit={index}
        tabIndex={current ? 0 : -1}
        onClick={onOpen}
        onFocus={onFocus}
      >
        <span
          role="gridcell"
          className="hit-check"
          onClick={event => {
            event.stopPropagation()
            onToggle()
          }}
        >
          {!inTitle && <span className="check-box">{chosen && <CheckIcon />}</span>}
        </span>
        <span role="gridcell" className="hit-line" dir={directionOf(hit)}>
          <span className="hit-left">
            <span>{hit.left}</span>
          </span>
          <span className="hit-right">
            <mark>{hit.hit}</mark>
            {hit.right}
          </span>
        </span>
        <span role="gridcell" className="hit-labels">
          {labels.map(label => (
            <span key={label.id} className="hit-label" data-colour={label.colour} title={label.name}>
              <span className="hidden">{say('search.labelled', { labels: label.name })}</span>
            </span>
          ))}
        </span>
        <span role="gridcell" className="hit-where">
          <span className="hit-title" dir="auto">
            {hit.title}
          </span>
          <span className="hit-number">
            {inTitle ? say('search.in-title') : say('search.sentence', { number: hit.sentence })}
          </span>
        </span>
      </div>
    )
  },
  (before, after) =>
    before.hit === after.hit &&
    before.index === after.index &&
    before.chosen === after.chosen &&
    before.current === after.current &&
    before.labels.map(one => one.id).join() === after.labels.map(one => one.id).join(),
)
