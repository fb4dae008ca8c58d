import './inspector.css'
import type { Label } from '#app/model/label'
import { currentMark, selection, useReader } from '../reader/reader-store.ts'
import { tagSelection, toggleJudgement, untagSelection } from '../reader/tagging.ts'
import { useCodebook } from '../shell/session-store.ts'
import { useAfterPaint } from '../ui/after-paint.ts'
import { CheckIcon } from '../ui/icons.tsx'
import { AnnotationFields } from './annotation-fields.tsx'

/** What is said of the current sentence, and what else could be. Never takes the focus unasked. */
export function Inspector() {
  const { labels } = useCodebook()
  const state = useAfterPaint(useReader(reader => reader.state))
  if (state.status !== 'open') return <aside className="pane inspector" aria-label="Inspector" />
  const { current, sentences } = state.reading
  const mark = currentMark(state.reading)
  const { from, to } = selection(state.reading)
  if (!mark) return <aside className="pane inspector" aria-label="Inspector" />
  const borne = new Set<string>(mark.annotations.map(annotation => annotation.label))
  return (
    <aside className="pane inspector" aria-label="Inspector">
      <h2 className="pane-title">
        {to - from > 1 ? `${to - from} sentences` : `Sentence ${current + 1} of ${sentences.length}`}
      </h2>
      <fieldset className="label-buttons">
        <legend className="hidden">Labels</legend>
        {labels.map((label, index) => (
          <LabelButton key={label.id} label={label} digit={index + 1} pressed={borne.has(label.id)} />
        ))}
        <button
          type="button"
          className="label-button"
          aria-pressed={mark.judgement === 'read'}
          onClick={() => toggleJudgement('read', false)}
        >
          <CheckIcon />
          <span className="label-button-name">Reviewed</span>
          <kbd>Space</kbd>
        </button>
      </fieldset>
      {mark.annotations.map(annotation => (
        <AnnotationFields key={annotation.id} annotation={annotation} />
      ))}
      {mark.annotations.length === 0 && <Definitions labels={labels} />}
    </aside>
  )
}

function LabelButton({
  label,
  digit,
  pressed,
}: {
  readonly label: Label
  readonly digit: number
  readonly pressed: boolean
}) {
  return (
    <button
      type="button"
      className="label-button"
      data-colour={label.colour}
      aria-pressed={pressed}
      aria-keyshortcuts={label.key || undefined}
      onClick={() => (pressed ? untagSelection(label) : tagSelection(label, false))}
    >
      <span className="label-swatch" aria-hidden="true" />
      <span className="label-button-name">{label.name}</span>
      <kbd>{label.key || digit}</kbd>
    </button>
  )
}

function Definitions({ labels }: { readonly labels: readonly Label[] }) {
  return (
    <dl className="definitions">
      {labels.map(label => (
        <div key={label.id} data-colour={label.colour}>
          <dt>{label.name}</dt>
          <dd>{label.definition}</dd>
        </div>
      ))}
    </dl>
  )
}
