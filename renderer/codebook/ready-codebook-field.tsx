import { ReadyCodebook } from '#app/model/ready-codebook'
import { say } from '../messages/messages.ts'
import { ChoiceField } from './choice-field.tsx'

/** With which codebook a project begins. */
export function ReadyCodebookField({
  value,
  onChange,
}: {
  readonly value: ReadyCodebook
  readonly onChange: (codebook: ReadyCodebook) => void
}) {
  const options = ReadyCodebook.options.map(one => ({ value: one, name: say(`codebook.ready-${one}`) }))
  return <ChoiceField label={say('codebook.title')} value={value} options={options} onChange={onChange} />
}
