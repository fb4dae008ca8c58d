/** What formats are called and what they cannot bear, in the person's language; see messages/en/format.json. */
import type { FormatDescription } from '#app/contract'
import type { Loss } from '#app/formats/losses'
import { isMessage, say } from '../messages/messages.ts'

/** Words by an id that main gave; those that came with it where the catalogue has none. */
const sayOr = (id: string, otherwise: string): string => (isMessage(id) ? say(id) : otherwise)

export const formatName = ({ id, name }: FormatDescription): string => sayOr(`format.${id}-name`, name)

export const formatDescription = ({ id, description }: FormatDescription): string =>
  sayOr(`format.${id}-description`, description)

/** What is lost. */
export const lossName = (loss: Loss): string => sayOr(`format.lost-${loss.replaceAll(' ', '-')}`, loss)
