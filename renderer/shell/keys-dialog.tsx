import './keys-dialog.css'
import { Dialog } from '../ui/dialog.tsx'
import { bindings } from './keys.ts'
import { useCodebook } from './session-store.ts'

/** All keys of the reader. */
export function KeysDialog() {
  const { labels } = useCodebook()
  const rows = [
    ...labels.map((label, index) => ({
      shown: [label.key, index < 9 ? String(index + 1) : ''].filter(Boolean).join(' '),
      does: `${label.name}, and on to the next sentence`,
    })),
    ...bindings,
  ]
  return (
    <Dialog title="Keys" wide>
      <dl className="keys">
        {rows.map(({ shown, does }) => (
          <div key={shown} className="keys-row">
            <dt>
              {shown.split(' ').map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
