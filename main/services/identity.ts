/** Who the person is in a project: themselves, unless they said that they are somebody who was known in it before. */
import type { Annotator } from '#app/model/annotator'
import { type Identity, identityId } from '#app/model/identity'
import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { SettingsStore } from './settings.ts'

/** Who the person who works on this computer is in a project. */
export function annotatorIn({ tables }: Store, settings: SettingsStore): Annotator {
  const said = settings.identityIn(tables.project.only().id)
  return (said && tables.annotator.get(said)) ?? settings.annotator
}

/** Writes into the project that a person said that they are this annotator. Nothing where it says so, or both are one. */
export function noteIdentity(store: Store, { id: person, name }: Annotator, annotator: AnnotatorId): void {
  if (person === annotator || store.tables.identity.get(identityId({ annotator, person }))) return
  const after: Identity = { annotator, person, name, at: new Date().toISOString() }
  const edit = { kind: 'identity', id: identityId(after), after } as const
  store.write({ by: annotator, action: 'identify', edits: [edit] })
}
