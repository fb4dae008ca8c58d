/** Who the person is in a project: themselves, unless they said that they are somebody who was known in it before. */
import { Refusal } from '#app/failure'
import { type Annotator, GOLD } from '#app/model/annotator'
import { type Identity, identityId } from '#app/model/identity'
import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { SettingsStore } from './settings.ts'

/** Who the person who works on this computer is in a project. */
export function annotatorIn({ tables }: Store, settings: SettingsStore): Annotator {
  const said = settings.identityIn(tables.project.only().id)
  return (said && tables.annotator.get(said)) ?? settings.annotator
}

/**
 * “That is me”: from now on the person is this annotator in this project, on this computer. It is written into the
 * project, so that others see who said so.
 *
 * @throws a refusal where there is no such annotator, or the person has worked here as somebody else: what they have
 *   said is that one's for ever
 */
export function identify(store: Store, settings: SettingsStore, annotator: AnnotatorId): void {
  const { tables, library } = store
  const now = annotatorIn(store, settings)
  if (annotator === now.id) return
  if (!tables.annotator.get(annotator) || annotator === GOLD.id)
    throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
  const { reviewed, flagged } = library.totals(now.id)
  if (reviewed + flagged > 0)
    throw new Refusal(
      'conflict',
      `You have worked in this project as ${now.name}, and that work stays theirs. Undo it first, or begin with a new project file.`,
    )
  noteIdentity(store, settings.annotator, annotator)
  settings.identify(tables.project.only().id, annotator)
}

/** Writes into the project that a person said that they are this annotator. Nothing where it says so, or both are one. */
export function noteIdentity(store: Store, { id: person, name }: Annotator, annotator: AnnotatorId): void {
  if (person === annotator || store.tables.identity.get(identityId({ annotator, person }))) return
  const after: Identity = { annotator, person, name, at: new Date().toISOString() }
  const edit = { kind: 'identity', id: identityId(after), after } as const
  store.write({ by: annotator, action: 'identify', edits: [edit] })
}
