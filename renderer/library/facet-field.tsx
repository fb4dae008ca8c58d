import { useEffect, useState } from 'react'
import type { Facet, Input } from '#app/contract'
import { call } from '../door.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { Check } from '../ui/check.tsx'

interface FacetFieldProps {
  readonly title: string
  readonly of: Input<'library.facets'>['of']
  /** What a value is called; by default it is called what it is. */
  readonly nameOf?: (value: string) => string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** How many values are shown at once; letters find the others. */
const SHOWN = 8

/** Values that are in the project, those of most articles first, of which any number are chosen. */
export function FacetField({ title, of, nameOf = value => value, chosen, onChange }: FacetFieldProps) {
  const [like, setLike] = useState('')
  const [facets, setFacets] = useState<readonly Facet[]>([])
  const asked = JSON.stringify([of, like])
  useEffect(() => {
    let current = true
    const [of, like] = JSON.parse(asked)
    void call('library.facets', { of, like, limit: SHOWN + 1 }).then(outcome => {
      if (current && outcome.ok) setFacets(outcome.value)
    })
    return () => {
      current = false
    }
  }, [asked])
  const found = facets.slice(0, SHOWN)
  const hidden = chosen.filter(one => !found.some(({ value }) => value === one))
  const rows = [...hidden.map(value => ({ value, articles: null })), ...found]
  return (
    <fieldset className="condition">
      <legend className="field-label">{title}</legend>
      {(facets.length > SHOWN || like !== '') && (
        <input
          className="input"
          type="search"
          aria-label={say('library.find-value', { of: title })}
          placeholder={say('library.find-value-hint')}
          value={like}
          onChange={event => setLike(event.target.value)}
        />
      )}
      {rows.map(({ value, articles }) => (
        <Check
          key={value}
          checked={chosen.includes(value)}
          onChange={on => onChange(on ? [...chosen, value] : chosen.filter(one => one !== value))}
        >
          {nameOf(value)} {articles !== null && <span className="facet-count">{sayNumber(articles)}</span>}
        </Check>
      ))}
      {rows.length === 0 && <p className="condition-none">{say('library.no-values')}</p>}
    </fieldset>
  )
}
