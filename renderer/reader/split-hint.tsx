import './split-hint.css'
import { Button } from '../ui/button.tsx'
import { reading } from './reader-store.ts'
import { chosenOffset, confirmSplit, leaveSplit, useSplitting } from './splitting.ts'

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
            Split before “{word}”. <kbd>←</kbd> <kbd>→</kbd> choose another word.
          </span>
          <Button kind="primary" onPress={confirmSplit}>
            Split <kbd>Enter</kbd>
          </Button>
          <Button onPress={leaveSplit}>
            Leave <kbd>Esc</kbd>
          </Button>
        </div>
      )}
    </div>
  )
}
