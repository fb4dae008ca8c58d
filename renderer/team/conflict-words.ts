/** What a conflict is about, in words of the person's language. */
import type { ConflictField, ConflictFieldName } from '#app/exchange/conflict-fields'
import type { Kind } from '#app/model/record'
import { isMessage, say } from '../messages/messages.ts'

/** The name of a field; that of the attribute where it is a value of one. */
export function fieldName(kind: Kind, { field, of }: ConflictField): string {
  if (field === 'value') return of
  if (field === 'mention') return say('team.field-mention', { name: of })
  const id = kind === 'label' || kind === 'attribute' ? `codebook.field-${field}` : `team.field-${field}`
  if (isMessage(id)) return say(id)
  const other = `team.field-${field}`
  return isMessage(other) ? say(other) : field
}

/** The catalogue's words for values that are one of a few. */
const VALUES: Readonly<Partial<Record<ConflictFieldName, string>>> = {
  exclusive: 'codebook.',
  required: 'codebook.',
  retired: 'codebook.',
  colour: 'codebook.colour-',
  type: 'codebook.type-',
  judgement: 'team.judgement-',
  choice: 'team.choice-',
  cause: 'team.cause-',
}

export function valueInWords(field: ConflictFieldName, value: string): string {
  const id = `${VALUES[field] ?? ''}${value}`
  return VALUES[field] !== undefined && isMessage(id) ? say(id) : value
}
