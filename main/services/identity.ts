/** Who the person is in a project: themselves, unless they said that they are somebody who was known in it before. */
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { type Identity, identityId } from '#app/model/identity'
import type { AnnotatorId } from '#app/model/ids'
import { isPerson, secondReadingOf } from '#app/model/second-reading'
import type { Store } from '#main/store/store'
import type { SettingsStore } from './settings.ts'

/** Who the person who works on this computer is in a project. */
export function personIn({ tables }: Store, settings: SettingsStore): Annotator {
  const said = settings.identityIn(tables.project.only().id)
  return (said && tables.annotator.get(said)) ?? settings.annotator
}

/** Whose layer the person writes: their own, or that of their second reading while they are in it. */
export function annotatorIn(store: Store, settings: SettingsStore): Annotator {
  const person = personIn(store, settings)
  if (!settings.readsAgain(store.tables.project.only().id)) return person
  return store.tables.annotator.get(secondReadingOf(person.id)) ?? person
}

/** Throws a refusal where nothing was dealt to a person for a second reading. */
export function assertReadsAgain({ tables }: Store, { id }: Annotator): void {
  if (tables.annotator.get(secondReadingOf(id))) return
  throw new Refusal(
    'not-found',
    'No article was dealt to you for a second reading. Who deals the articles out can do that.',
  )
}

/** Writes into the project that a person said that they are this annotator. Nothing where it says so, or both are one. */
export function noteIdentity(store: Store, { id: person, name }: Annotator, annotator: AnnotatorId): void {
  if (person === annotator || store.tables.identity.get(identityId({ annotator, person }))) return
  const after: Identity = { annotator, person, name, at: new Date().toISOString() }
  const edit = { kind: 'identity', id: identityId(after), after } as const
  store.write({ by: annotator, action: 'identify', edits: [edit] })
}

/** Takes back that a person said that they are this annotator. */
function forgetIdentity({ write }: Store, { id: person }: Annotator, annotator: AnnotatorId): void {
  const edit = { kind: 'identity', id: identityId({ annotator, person }), after: null } as const
  write({ by: annotator, action: 'identify', edits: [edit] })
}

/**
 * “That is me”, in a project that is open: from now on the person is this annotator of it, and no longer whom they said
 * before. What they have annotated until then stays under the name that it bears.
 *
 * @param annotator null for themselves
 * @throws a refusal where nobody of that id is in the project
 */
export function identify(store: Store, settings: SettingsStore, annotator: AnnotatorId | null): void {
  const { annotator: self } = settings
  const { id: project } = store.tables.project.only()
  const known = annotator !== null && store.tables.annotator.get(annotator)
  if (annotator !== null && (!known || !isPerson(annotator)))
    throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
  const [before, now] = [personIn(store, settings).id, annotator ?? self.id]
  if (before === now) return
  if (before !== self.id) forgetIdentity(store, self, before)
  if (now === self.id) store.introduce(self.id, self.name)
  else noteIdentity(store, self, now)
  settings.identify(project, now === self.id ? null : now)
  settings.readAgain(project, false)
}
