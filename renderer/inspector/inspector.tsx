import './inspector.css'
import type { Annotation } from '#app/model/annotation'
import type { Label } from '#app/model/label'
import { shownChord } from '../commands/chord.ts'
import { say } from '../messages/messages.ts'
import { choose } from '../reader/choosing.ts'
import {
  chosenAnnotation,
  currentMark,
  type ReaderState,
  selection,
  useReader,
} from '../reader/reader-store.ts'
import { toggleJudgement, toggleLabel } from '../reader/tagging.ts'
import { useCodebook } from '../shell/session-store.ts'
import { useAfterPaint } from '../ui/after-paint.ts'
import { CheckIcon } from '../ui/icons.tsx'
import { AnnotationFields } from './annotation-fields.tsx'
import { PickHint } from './pick-hint.tsx'

/** What is said of the current sentence, and what else could be. Never takes the focus unasked. */
export function Inspector() {
  const { labels } = useCodebook()
  const state = useAfterPaint(useReader, stateOf, isElsewhere)
  const title = say('inspector.title')
  if (state.status !== 'open') return <aside className="pane inspector" aria-label={title} />
  const { current, sentences } = state.reading
  const mark = currentMark(state.reading)
  const { from, to } = selection(state.reading)
  if (!mark) return <aside className="pane inspector" aria-label={title} />
  const annotation = chosenAnnotation(state.reading)
  const borne = new Set<string>(mark.annotations.map(one => one.label))
  const active = labels.filter(label => !label.retired || borne.has(label.id))
  return (
    <aside className="pane inspector" aria-label={title}>
      <h2 className="pane-title">
        {to - from > 1
          ? say('inspector.sentences', { count: to - from })
          : say('inspector.sentence', { number: current + 1, total: sentences.length })}
      </h2>
      <fieldset className="label-buttons">
        <legend className="hidden">{say('inspector.labels')}</legend>
        {active.map((label, index) => (
          <LabelButton key={label.id} label={label} digit={index + 1} pressed={borne.has(label.id)} />
        ))}
        <button
          type="button"
          className="label-button"
          aria-pressed={mark.judgement === 'read'}
          onClick={() => toggleJudgement('read', false)}
        >
          <CheckIcon />
          <span className="label-button-name">{say('inspector.reviewed')}</span>
          <kbd>{shownChord('Space')}</kbd>
        </button>
      </fieldset>
      {annotation && mark.annotations.length > 1 && (
        <AnnotationChoice annotations={mark.annotations} current={annotation} labels={labels} />
      )}
      {annotation ? (
        <AnnotationFields key={annotation.id} annotation={annotation} />
      ) : (
        <Definitions labels={active} />
      )}
      <PickHint />
    </aside>
  )
}

const stateOf = ({ state }: { readonly state: ReaderState }): ReaderState => state

/** Whether the person has gone to another sentence of the article. */
const isElsewhere = (now: ReaderState, shown: ReaderState): boolean =>
  now.status === 'open' &&
  shown.status === 'open' &&
  now.reading.article.id === shown.reading.article.id &&
  now.reading.current !== shown.reading.current

/** The annotations of a sentence that has several, of which one is current. */
function AnnotationChoice({
  annotations,
  current,
  labels,
}: {
  readonly annotations: readonly Annotation[]
  readonly current: Annotation
  readonly labels: readonly Label[]
}) {
  return (
    <fieldset className="annotation-choice">
      <legend className="hidden">{say('inspector.on-this-sentence')}</legend>
      {annotations.map(one => {
        const label = labels.find(({ id }) => id === one.label)
        return (
          <button
            key={one.id}
            type="button"
            className="annotation-choice-one"
            data-colour={label?.colour}
            aria-pressed={one.id === current.id}
            onClick={() => choose(one.id)}
          >
            {label?.name ?? one.label}
          </button>
        )
      })}
    </fieldset>
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
      onClick={() => toggleLabel(label)}
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
          <dd>{label.summary || label.definition}</dd>
        </div>
      ))}
    </dl>
  )
}
