import type { SourcePreview } from '#app/contract'
import { LabelId } from '#app/model/ids'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { type Chosen, chooseLabel } from './import-store.ts'

/** The annotations that come with a file, and what becomes of labels that the codebook has not. */
export function LayersView({ file, preview }: { readonly file: Chosen; readonly preview: SourcePreview }) {
  const { annotations, unknownLabels } = preview
  if (annotations.length === 0 && unknownLabels.length === 0) return null
  return (
    <section className="layers" aria-label={say('transfer.annotations')}>
      {annotations.length > 0 && (
        <p>
          {say('transfer.with-annotations', {
            whose: annotations
              .map(({ annotator, count }) =>
                annotator
                  ? say('transfer.by-annotator', { annotator, count })
                  : say('transfer.by-you', { count }),
              )
              .join(', '),
          })}
        </p>
      )}
      {unknownLabels.length > 0 && (
        <>
          <p>{say('transfer.unknown-labels', { count: unknownLabels.length })}</p>
          <ul className="layers-labels">
            {unknownLabels.map(({ name, count }) => (
              <li key={name}>
                <UnknownLabel file={file} name={name} count={count} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const ADD = '+'
const LEAVE_OUT = '-'

interface UnknownLabelProps {
  readonly file: Chosen
  readonly name: string
  readonly count: number
}

function UnknownLabel({ file, name, count }: UnknownLabelProps) {
  const { labels } = useCodebook()
  const choice = file.labels[name]
  const choose = (value: string) =>
    chooseLabel(file, name, value === LEAVE_OUT ? null : value === ADD ? 'add' : LabelId.parse(value))
  return (
    <label className="layers-label">
      <span className="layers-name">{name}</span>
      <span className="layers-count">{count}</span>
      <select
        className="input"
        aria-label={say('transfer.what-becomes', { name })}
        value={choice === undefined ? LEAVE_OUT : choice === 'add' ? ADD : choice}
        onChange={event => choose(event.target.value)}
      >
        <option value={ADD}>{say('transfer.add-to-codebook')}</option>
        {labels.map(({ id, name }) => (
          <option key={id} value={id}>
            {say('transfer.take-as', { name })}
          </option>
        ))}
        <option value={LEAVE_OUT}>{say('transfer.leave-out')}</option>
      </select>
    </label>
  )
}
