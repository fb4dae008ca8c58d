/** What a name field offers: the name given last, names like what is said, and those of the project that begin so. */
import { LONGEST_VALUE } from '#app/model/attribute'
import type { AttributeId } from '#app/model/ids'
import { isLink } from '#app/register/roles'
import { call } from '../../door.ts'
import { say } from '../../messages/messages.ts'
import type { Offer } from '../../ui/combobox.tsx'
import { lastValue } from '../inspector-store.ts'

/** @param said what the annotation covers: a link is offered by it as long as nothing is typed */
export async function offersFor(attribute: AttributeId, typed: string, said: string): Promise<Offer[]> {
  const [known, similar] = await Promise.all([
    call('name.complete', { attribute, text: typed.slice(0, LONGEST_VALUE) }),
    isLink(attribute)
      ? call('register.similar', { attribute, text: (typed || said).slice(0, 20_000) })
      : undefined,
  ])
  const last = lastValue(attribute)
  const wording = said.replace(/\s+/g, ' ').trim()
  return distinct([
    ...(last !== undefined && typed === '' && !isLink(attribute)
      ? [{ value: last, note: say('inspector.last') }]
      : []),
    ...(similar?.ok ? similar.value : []).map(({ value }) => ({ value, note: say('inspector.similar') })),
    ...(known.ok ? known.value : []).map(({ value, uses }) => ({
      value,
      note: say('inspector.uses', { count: uses }),
    })),
    ...(isLink(attribute) && typed === '' && wording !== '' && wording.length <= LONGEST_VALUE
      ? [{ value: wording, note: say('inspector.new-wording') }]
      : []),
  ])
}

/** Each value once, where it stands first. */
const distinct = (offers: readonly Offer[]): Offer[] =>
  [...new Map(offers.toReversed().map(offer => [offer.value, offer])).values()].toReversed()
