import type { SynchronisedPlace } from '#app/contract'
import { say } from '../messages/messages.ts'

/** Why a project file should not lie where it does. */
export const placeWarning = ({ synchroniser }: SynchronisedPlace): string =>
  synchroniser === null ? say('team.in-team-folder') : say('team.in-synchronised', { name: synchroniser })
