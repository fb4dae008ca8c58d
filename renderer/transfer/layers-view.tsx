import type { SourcePreview } from '#app/contract'
import { LabelId } from '#app/model/ids'
import { useCodebook } from '../shell/session-store.ts'
import { type Chosen, chooseLabel } from './import-store.ts'

/** The annotations that come with a file, and what becomes of labels that the codebook has not. */
export function LayersView({ file, preview }: { readonly file: Chosen; readonly preview: SourcePreview }) {
  const { annotations, unknownLabels } = preview
  if (annotations.length === 0 && unknownLabels.length === 0) return null
  return (
    <section className="layers" aria-label="Annotations">
      {annotations.length > 0 && (
        <p>
          With annotations:{' '}
          {annotations.map(({ annotator, count }) => `${count} by ${annotator || 'you'}`).join(', ')}.
        </p>
      )}
      {unknownLabels.length > 0 && (
        <>
          <p>
            {unknownLabels.length === 1 ? 'A label' : `${unknownLabels.length} labels`} that the codebook does
            not have:
          </p>
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
        aria-label={`What becomes of ${name}`}
        value={choice === undefined ? LEAVE_OUT : choice === 'add' ? ADD : choice}
        onChange={event => choose(event.target.value)}
      >
        <option value={ADD}>Add to the codebook</option>
        {labels.map(({ id, name }) => (
          <option key={id} value={id}>
            Take as {name}
          </option>
        ))}
        <option value={LEAVE_OUT}>Leave out</option>
      </select>
    </label>
  )
}
