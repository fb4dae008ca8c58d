import './filter.css'
import { NO_FILTER } from '#app/model/library'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { useAnnotators } from './annotators-store.ts'
import { chipsOf } from './chips-of.ts'
import { refine, setFilter, useLibrary } from './library-store.ts'

/** What the filter says, one by one; a press takes it back. */
export function FilterChips() {
  const filter = useLibrary(state => state.filter)
  const codebook = useCodebook()
  const annotators = useAnnotators(state => state.annotators)
  const chips = chipsOf(filter, codebook, annotators)
  if (chips.length === 0) return null
  return (
    <fieldset className="chips" aria-label={say('library.conditions')}>
      {chips.map(({ id, text, without }) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-label={say('library.remove-condition', { condition: text })}
          onClick={() => refine(without)}
        >
          <span className="chip-text">{text}</span>
          <CloseIcon />
        </button>
      ))}
      <Button
        kind="quiet"
        onPress={() => setFilter({ ...NO_FILTER, words: filter.words, collection: filter.collection })}
      >
        {say('library.clear')}
      </Button>
    </fieldset>
  )
}
