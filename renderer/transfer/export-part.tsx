import type { AnnotatorId, LabelId } from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { useLibrary } from '../library/library-store.ts'
import { chosenCount, useChosen } from '../library/selection-store.ts'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Check } from '../ui/check.tsx'
import { chosenPart, restrict, useExport } from './export-store.ts'

/** Which part of the project goes out. */
export function ExportPart() {
  const { choice, annotators } = useExport()
  const { labels } = useCodebook()
  const { filter, total } = useLibrary()
  const chosen = useChosen(state => state.chosen)
  const count = chosenCount(chosen, total)
  const { restriction } = choice
  const isChosenOnly =
    restriction.articles !== null || restriction.except.length > 0 || restriction.filter === filter
  return (
    <section className="export-part" aria-label={say('transfer.goes-out')}>
      {annotators.length > 1 && (
        <Several<AnnotatorId>
          title={say('transfer.annotators')}
          all={annotators}
          chosen={restriction.annotators}
          onChange={chosen => restrict({ annotators: chosen })}
        />
      )}
      <Several<LabelId>
        title={say('transfer.labels')}
        all={labels}
        chosen={restriction.labels}
        onChange={chosen => restrict({ labels: chosen })}
      />
      <div className="export-several">
        <h3 className="field-label">{say('transfer.articles')}</h3>
        <Check checked={restriction.reviewed} onChange={reviewed => restrict({ reviewed })}>
          {say('transfer.only-read')}
        </Check>
        {count > 0 && (
          <Check
            checked={isChosenOnly}
            onChange={only =>
              restrict(only ? chosenPart() : { articles: null, except: [], filter: NO_FILTER })
            }
          >
            {say('library.export-chosen', { count })}
          </Check>
        )}
        {count === 0 && JSON.stringify(filter) !== NOTHING && (
          <Check
            checked={JSON.stringify(restriction.filter) === JSON.stringify(filter)}
            onChange={only => restrict({ filter: only ? filter : NO_FILTER })}
          >
            {say('library.export-listed', { count: total ?? 0 })}
          </Check>
        )}
      </div>
    </section>
  )
}

const NOTHING = JSON.stringify(NO_FILTER)

interface SeveralProps<Id> {
  readonly title: string
  readonly all: readonly { readonly id: Id; readonly name: string }[]
  /** Null: all of them. */
  readonly chosen: readonly Id[] | null
  readonly onChange: (chosen: Id[] | null) => void
}

/** Boxes of which one is always ticked. */
function Several<Id extends string>({ title, all, chosen, onChange }: SeveralProps<Id>) {
  const ticked = (id: Id) => chosen?.includes(id) ?? true
  const change = (id: Id, on: boolean) => {
    const now = all.map(one => one.id).filter(one => (one === id ? on : ticked(one)))
    if (now.length > 0) onChange(now.length === all.length ? null : now)
  }
  return (
    <fieldset className="export-several">
      <legend className="field-label">{title}</legend>
      {all.map(({ id, name }) => (
        <Check key={id} checked={ticked(id)} onChange={on => change(id, on)}>
          {name}
        </Check>
      ))}
    </fieldset>
  )
}
