import { rmSync } from 'node:fs'
import type { PeopleOfFile } from '#app/contract'
import type { MergeReport } from '#app/exchange/merge-report'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { isPerson } from '#app/model/second-reading'
import { noteIdentity } from '#main/services/identity'
import type { SettingsStore } from '#main/services/settings'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { type Merging, merge } from './merge.ts'
import { openExchangeFile } from './read-exchange-file.ts'

export interface Joined {
  readonly store: Store
  readonly report: MergeReport
  /** Who the person is in the project. */
  readonly annotator: Annotator
  /** Whom the file was made for; null where that is nobody in particular, or the person said who they are. */
  readonly meantFor: Annotator | null
}

export interface Joining {
  /**
   * “That is me”: the annotator of the file who the person says that they are, by name, id, or a unique end of the id;
   * without it they are who they said before, or somebody new.
   */
  readonly as?: string | undefined
  /** How the file is opened, and whose signatures are known. */
  readonly reading?: Pick<Merging, 'signers' | 'accepted' | 'passphrase'>
  /** Merges the file into the new project; by default here and now. */
  readonly fill?: (store: Store, annotator: Annotator) => Promise<MergeReport>
}

/**
 * Makes a project file for a colleague of a project: the same project, with what the exchange file brings. Throws a
 * refusal, and makes nothing, where the file is not whole, or something is at the path already.
 */
export async function joinTeam(
  path: string,
  from: string,
  settings: SettingsStore,
  { as, reading = {}, fill }: Joining = {},
): Promise<Joined> {
  const { project, annotators, meantFor } = await beginningOf(from, reading.passphrase)
  const said = as ?? settings.identityIn(project.id)
  const annotator = said === undefined ? settings.annotator : annotatorCalled(annotators, said)
  // The codebook comes with its versions: what began here would be a version that nobody else has seen.
  const store = createProject(path, { project, codebook: { labels: [], attributes: [] }, annotator })
  try {
    const report = await (fill?.(store, annotator) ?? merge(store, from, { by: annotator.id, ...reading }))
    noteIdentity(store, settings.annotator, annotator.id)
    if (annotator.id !== settings.annotator.id) settings.identify(project.id, annotator.id)
    return { store, report, annotator, meantFor: said === undefined ? meantFor : null }
  } catch (error) {
    store.close()
    rmSync(path, { force: true })
    throw error
  }
}

/** The project of a file and its people: they come before all articles. */
async function beginningOf(from: string, passphrase?: string) {
  const file = await openExchangeFile(from, passphrase)
  const annotators: Annotator[] = []
  try {
    for (const { kind, id, versions } of file.entries()) {
      const [shown] = versions
      if (kind === 'article') break
      if (!shown || shown.deleted) continue
      // Records are of the kind of their entry.
      if (kind === 'annotator' && isPerson(id)) annotators.push(shown.record as Annotator)
    }
  } finally {
    file.close()
  }
  const { project, scope } = file.header
  const meant = scope.purpose === 'start' && annotators.find(({ id }) => id === scope.annotator)
  return { project, annotators, isStart: scope.purpose === 'start', meantFor: meant || null }
}

/** Whom a person can say that they are: the people of a starter file. Nobody of another file, or where they said it before. */
export async function peopleOf(
  from: string,
  settings: SettingsStore,
  passphrase?: string,
): Promise<PeopleOfFile> {
  const { project, annotators, isStart, meantFor } = await beginningOf(from, passphrase)
  if (!isStart || settings.identityIn(project.id)) return { people: [], meantFor: null }
  return { people: annotators, meantFor: meantFor?.id ?? null }
}

function annotatorCalled(annotators: readonly Annotator[], called: string): Annotator {
  const named = annotators.filter(({ id, name }) => name === called || id === called)
  const [annotator, another] = named.length > 0 ? named : annotators.filter(({ id }) => id.endsWith(called))
  if (annotator && !another) return annotator
  const known = annotators.map(({ id, name }) => `${name} (${id.slice(-6)})`).join(', ')
  if (annotator)
    throw new Refusal(
      'conflict',
      `More than one annotator of the file is called “${called}”. There are ${known}; the end of an id names one.`,
    )
  throw new Refusal('not-found', `No annotator of the file is called “${called}”. There are ${known}.`)
}
