import type { AnnotatorId, LabelId } from '#app/model/ids'
import { useLibrary } from '../library/library-store.ts'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Check } from '../ui/check.tsx'
import { restrict, useExport } from './export-store.ts'

/** Which part of the project goes out. */
export function ExportPart() {
  const { choice, annotators } = useExport()
  const { labels } = useCodebook()
  const filter = useLibrary(library => library.filter)
  const { restriction } = choice
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
        {filter.trim() !== '' && (
          <Check
            checked={restriction.filter === filter}
            onChange={only => restrict({ filter: only ? filter : '' })}
          >
            {say('transfer.only-shown', { filter })}
          </Check>
        )}
      </div>
    </section>
  )
}

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
