/** What both ways of dealing ask for: to whom, by which kinds of articles, and numbers. */
import type { Input } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { say } from '../messages/messages.ts'
import { Check } from '../ui/check.tsx'
import { Select } from '../ui/select.tsx'
import { useAsked } from '../use-asked.ts'

interface PeopleProps {
  readonly legend: string
  readonly chosen: readonly AnnotatorId[]
  readonly onChange: (chosen: readonly AnnotatorId[]) => void
}

/** The people of the project, of whom some are chosen. */
export function People({ legend, chosen, onChange }: PeopleProps) {
  const people = useAsked('annotator.list', {}).value?.filter(({ id }) => isPerson(id)) ?? []
  return (
    <fieldset className="assign-people">
      <legend className="field-label">{legend}</legend>
      {people.map(({ id, name }) => (
        <Check
          key={id}
          checked={chosen.includes(id)}
          onChange={on => onChange(on ? [...chosen, id] : chosen.filter(one => one !== id))}
        >
          <span dir="auto">{name}</span>
        </Check>
      ))}
    </fieldset>
  )
}

type Stratum = Input<'assign.plan'>['terms']['stratify']

interface StratifyProps {
  readonly value: Stratum
  readonly onChange: (value: Stratum) => void
}

/** Of which kinds of articles everybody gets as large a part. */
export const Stratify = ({ value, onChange }: StratifyProps) => (
  <Select
    label={say('assign.stratify')}
    value={value}
    options={(['none', 'source', 'language'] as const).map(value => ({
      value,
      name: say(`assign.stratify-${value}`),
    }))}
    onChange={onChange}
  />
)

/** A whole number, as it is typed; -1 for what is none. */
export const numberIn = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1)
