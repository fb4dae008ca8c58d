import './filter.css'
import { useEffect, useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import type { AttributeId } from '#app/model/ids'
import { conditionsIn, ReadingStatus } from '#app/model/library'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { FilterIcon } from '../ui/icons.tsx'
import { Popover } from '../ui/popover.tsx'
import { refreshAnnotators, useAnnotators } from './annotators-store.ts'
import { STATUS, withValues } from './chips-of.ts'
import { FacetField } from './facet-field.tsx'
import { useFilterPanel } from './focus-library.ts'
import { languageName } from './language-name.ts'
import { refine, useLibrary } from './library-store.ts'
import { SavedFilters } from './saved-filters.tsx'
import { Toggles } from './toggles.tsx'

/** All that articles can be filtered by, and the filters that were saved. */
export function FilterPanel() {
  const open = useFilterPanel(state => state.open)
  const count = useLibrary(({ filter }) => conditionsIn(filter))
  return (
    <DialogTrigger isOpen={open} onOpenChange={open => useFilterPanel.setState({ open })}>
      <Button name={say('library.filter-by')} pressed={count > 0}>
        <FilterIcon />
        {count > 0 && <span className="filter-count">{count}</span>}
      </Button>
      <Popover placement="bottom start" name={say('library.filter-by')}>
        <Conditions />
      </Popover>
    </DialogTrigger>
  )
}

function Conditions() {
  const filter = useLibrary(state => state.filter)
  const { labels, attributes } = useCodebook()
  const annotators = useAnnotators(state => state.annotators)
  const [attribute, setAttribute] = useState<AttributeId | null>(null)
  useEffect(() => void refreshAnnotators(), [])
  const asked = attributes.find(one => one.id === (attribute ?? Object.keys(filter.attributes)[0]))
  return (
    <div className="conditions" tabIndex={-1}>
      <SavedFilters />
      <Toggles
        title={say('library.status')}
        all={ReadingStatus.options.map(id => ({ id, name: say(STATUS[id]) }))}
        chosen={filter.status}
        onChange={status => refine({ status })}
      />
      <Toggles
        title={say('library.labels')}
        all={labels.filter(one => one.successor === null)}
        chosen={filter.labels}
        onChange={labels => refine({ labels })}
      />
      <Toggles
        title={say('library.sentences')}
        all={[
          { id: 'flagged', name: say('library.flagged') },
          { id: 'incomplete', name: say('library.incomplete') },
          { id: 'disagreed', name: say('library.disagreed') },
        ]}
        chosen={(['flagged', 'incomplete', 'disagreed'] as const).filter(one => filter[one])}
        onChange={chosen =>
          refine({
            flagged: chosen.includes('flagged'),
            incomplete: chosen.includes('incomplete'),
            disagreed: chosen.includes('disagreed'),
          })
        }
      />
      {annotators.length > 1 && (
        <Toggles
          title={say('library.annotators')}
          all={annotators}
          chosen={filter.annotators}
          onChange={annotators => refine({ annotators })}
        />
      )}
      <FacetField
        title={say('library.sources')}
        of="source"
        chosen={filter.sources}
        onChange={sources => refine({ sources })}
      />
      <FacetField
        title={say('library.languages')}
        of="language"
        nameOf={languageName}
        chosen={filter.languages}
        onChange={languages => refine({ languages })}
      />
      <fieldset className="condition">
        <legend className="field-label">{say('library.published')}</legend>
        <div className="condition-dates">
          {(['from', 'to'] as const).map(end => (
            <input
              key={end}
              className="input"
              type="date"
              aria-label={say(end === 'from' ? 'library.published-from' : 'library.published-to')}
              value={filter[end]}
              onChange={({ target }) => refine({ [end]: target.value })}
            />
          ))}
        </div>
      </fieldset>
      {attributes.length > 0 && (
        <fieldset className="condition">
          <legend className="field-label">{say('library.attribute')}</legend>
          <select
            className="input"
            aria-label={say('library.attribute')}
            value={asked?.id ?? ''}
            onChange={({ target }) =>
              setAttribute(attributes.find(one => one.id === target.value)?.id ?? null)
            }
          >
            <option value="">{say('library.choose-attribute')}</option>
            {attributes.map(one => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          {asked && (
            <FacetField
              key={asked.id}
              title={asked.name}
              of={{ attribute: asked.id }}
              chosen={filter.attributes[asked.id] ?? []}
              onChange={values => refine({ attributes: withValues(filter.attributes, asked.id, values) })}
            />
          )}
        </fieldset>
      )}
    </div>
  )
}
