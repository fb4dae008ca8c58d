import './split-hint.css'
import type { ReactNode } from 'react'
import { sayRich } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { reading } from './reader-store.ts'
import { chosenOffset, confirmSplit, leaveSplit, useSplitting } from './splitting.ts'

const inKey = (parts: ReactNode[]): ReactNode => <kbd key="key">{parts}</kbd>

/** Says where the sentence would be split, and which keys choose. */
export function SplitHint() {
  const splitting = useSplitting(state => state.splitting)
  const offset = chosenOffset(splitting)
  const word = offset < 0 ? '' : (/^\S+/.exec(reading()?.text.slice(offset, offset + 40) ?? '')?.[0] ?? '')
  return (
    <div className="split-hint-place" aria-live="polite">
      {splitting && (
        <div className="split-hint">
          <span>
            {sayRich('reader.split-before', {
              word,
              back: () => <kbd key="back">←</kbd>,
              forth: () => <kbd key="forth">→</kbd>,
            })}
          </span>
          <Button kind="primary" onPress={confirmSplit}>
            {sayRich('reader.split-now', { key: inKey })}
          </Button>
          <Button onPress={leaveSplit}>{sayRich('reader.split-leave', { key: inKey })}</Button>
        </div>
      )}
    </div>
  )
}
