import { useState } from 'react'
import { saysNothing } from '#app/model/library'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { arrange, useArrangement } from './arrangement-store.ts'
import { setFilter, useLibrary } from './library-store.ts'

/** Filters under names, on this computer: taken up again, kept anew, forgotten. */
export function SavedFilters() {
  const filters = useArrangement(state => state.filters)
  const filter = useLibrary(state => state.filter)
  const [name, setName] = useState('')
  const plain = name.trim()
  const save = () => {
    if (plain === '') return
    const others = filters.filter(one => one.name !== plain)
    void arrange({
      filters: [...others, { name: plain, filter }].sort((a, b) => a.name.localeCompare(b.name)),
    })
    setName('')
    focusConditions()
  }
  const says = !saysNothing(filter)
  if (filters.length === 0 && !says) return null
  return (
    <fieldset className="condition saved-filters">
      <legend className="field-label">{say('library.saved-filters')}</legend>
      {filters.map(one => (
        <div key={one.name} className="saved-filter">
          <Button kind="quiet" onPress={() => setFilter(one.filter)}>
            {one.name}
          </Button>
          <Button
            kind="quiet"
            name={say('library.forget-filter', { name: one.name })}
            onPress={() => {
              void arrange({ filters: filters.filter(other => other !== one) })
              focusConditions()
            }}
          >
            <CloseIcon />
          </Button>
        </div>
      ))}
      {says && (
        <form
          className="library-line"
          onSubmit={event => {
            event.preventDefault()
            save()
          }}
        >
          <input
            className="input"
            aria-label={say('library.filter-name')}
            placeholder={say('library.filter-name')}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <Button disabled={plain === ''} onPress={save}>
            {say('library.save-filter')}
          </Button>
        </form>
      )}
    </fieldset>
  )
}

/** The button that was pressed may be gone or asleep; without the focus the keys would go past the panel. */
const focusConditions = (): void => document.querySelector<HTMLElement>('.conditions')?.focus()
