import type { Conflict } from '#app/contract'
import { say } from '../messages/messages.ts'
import { openArticle } from '../reader/reader-store.ts'
import { notify } from '../shell/notices.ts'
import { send } from '../shell/outbox.ts'
import { showView } from '../shell/view-store.ts'

/**
 * Decides a conflict.
 *
 * @param side the place of the version that is taken. @param fields those that are taken from other sides, by their place
 * @returns whether it was decided; else the person was told why not
 */
export async function resolveConflict(
  { kind, id, sides }: Conflict,
  side: number,
  fields: Readonly<Record<string, number>>,
): Promise<boolean> {
  const revisions = sides.map(({ revision }) => revision)
  const take = revisions[side]
  if (take === undefined) return false
  const others = Object.entries(fields).flatMap(([field, place]) => {
    const revision = revisions[place]
    return revision === undefined || place === side ? [] : [[field, revision] as const]
  })
  const outcome = await send('conflict.resolve', {
    kind,
    id,
    revisions,
    take,
    fields: Object.fromEntries(others),
  })
  if (!outcome.ok) {
    notify(outcome.failure.message, { tone: 'bad' })
    return false
  }
  notify(say('team.resolved'), { undo: true })
  return true
}

/** Opens the article that a conflict is about, at the place. */
export function openConflict({ article, range }: Conflict): void {
  if (!article) return
  showView('read')
  void openArticle(article, range)
}
