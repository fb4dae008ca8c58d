import type { ForeignLabel } from '#app/exchange/merge-report'
import { LabelId } from '#app/model/ids'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Check } from '../ui/check.tsx'
import { confirmLabels, takeLabelFor, useMerge } from './merge-store.ts'

const LEAVE_OUT = '-'

/** What the labels of another project are taken for: guessed by id and name, and confirmed by the person. */
export function LabelMapping({ labels }: { readonly labels: readonly ForeignLabel[] }) {
  const confirmed = useMerge(state => state.labelsConfirmed)
  return (
    <section className="mapping" aria-label={say('team.labels')}>
      <h3 className="merge-head">{say('team.labels')}</h3>
      <p className="team-hint">{say('team.labels-hint')}</p>
      <ul className="mapping-labels">
        {labels.map(label => (
          <li key={label.name}>
            <TakenFor label={label} />
          </li>
        ))}
      </ul>
      <Check checked={confirmed} onChange={confirmLabels}>
        {say('team.labels-confirmed')}
      </Check>
    </section>
  )
}

function TakenFor({ label: { name, ours, by, count } }: { readonly label: ForeignLabel }) {
  const { labels } = useCodebook()
  const said = useMerge(state => state.labels)
  const chosen = Object.hasOwn(said, name) ? (said[name] ?? null) : ours
  return (
    <label className="mapping-label">
      <span dir="auto">{name}</span>
      <span className="mapping-count">{say('team.annotations', { count })}</span>
      <select
        className="input"
        aria-label={say('team.taken-for', { name })}
        value={chosen ?? LEAVE_OUT}
        onChange={({ target: { value } }) =>
          takeLabelFor(name, value === LEAVE_OUT ? null : LabelId.parse(value))
        }
      >
        {labels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={LEAVE_OUT}>{say('team.leave-out')}</option>
      </select>
      <span className="mapping-why">{by && by !== 'person' && say(`team.guessed-by-${by}`)}</span>
    </label>
  )
}
