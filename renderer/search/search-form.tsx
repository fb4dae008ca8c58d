import { useEffect, useRef } from 'react'
import { HitOrder, PatternUse } from '#app/search/search'
import { type MessageId, say } from '../messages/messages.ts'
import { Check } from '../ui/check.tsx'
import { searchNow, setOptions, type as typeQuery, useSearch } from './search-store.ts'
import { SyntaxHelp } from './syntax-help.tsx'

const ORDERS: Record<HitOrder, MessageId> = {
  imported: 'search.order-imported',
  rank: 'search.order-rank',
  left: 'search.order-left',
  hit: 'search.order-hit',
  right: 'search.order-right',
  title: 'search.order-title',
}

const USES: Record<PatternUse, MessageId> = {
  sentences: 'search.pattern-sentences',
  matches: 'search.pattern-matches',
}

/** What is searched for, and how. */
export function SearchForm() {
  const { typed, options, focus, failure } = useSearch()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus === 'field') field.current?.select()
  }, [focus])
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> has no default submit of its own
    <form
      className="search-form"
      role="search"
      onSubmit={event => {
        event.preventDefault()
        searchNow()
      }}
    >
      <div className="search-ask">
        <input
          ref={field}
          className="input search-field"
          type="search"
          dir="auto"
          aria-label={say('search.field')}
          aria-describedby="search-problem"
          placeholder={say('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={event => typeQuery(event.target.value)}
        />
        <SyntaxHelp
          onTry={example => {
            typeQuery(example)
            searchNow()
            field.current?.focus()
          }}
        />
      </div>
      <p id="search-problem" className="search-problem" role="alert">
        {failure?.message}
      </p>
      <div className="search-options">
        <label className="search-option">
          {say('search.order')}
          <select
            className="input"
            value={options.order}
            onChange={event => setOptions({ order: HitOrder.parse(event.target.value) })}
          >
            {HitOrder.options.map(order => (
              <option key={order} value={order}>
                {say(ORDERS[order])}
              </option>
            ))}
          </select>
        </label>
        <Check checked={options.titleOnly} onChange={titleOnly => setOptions({ titleOnly })}>
          {say('search.title-only')}
        </Check>
        <label className="search-option">
          {say('search.pattern')}
          <input
            className="input search-pattern"
            dir="auto"
            placeholder={say('search.pattern-placeholder')}
            spellCheck={false}
            autoComplete="off"
            value={options.pattern}
            onChange={event => setOptions({ pattern: event.target.value })}
          />
        </label>
        {options.pattern !== '' && (
          <select
            className="input search-use"
            aria-label={say('search.pattern-use')}
            value={options.patternUse}
            onChange={event => setOptions({ patternUse: PatternUse.parse(event.target.value) })}
          >
            {PatternUse.options.map(use => (
              <option key={use} value={use}>
                {say(USES[use])}
              </option>
            ))}
          </select>
        )}
      </div>
    </form>
  )
}
