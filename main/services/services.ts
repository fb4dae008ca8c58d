/** The contract, implemented: one file for each noun, put together here. */
import { type CallName, calls, type Reply, type Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { isQuery } from '#main/queries/query-names'
import { aboutServices } from './about.ts'
import { adjudicationServices } from './adjudication.ts'
import type { Application } from './application.ts'
import { articleServices } from './article.ts'
import { assignServices } from './assign.ts'
import { backupServices } from './backup.ts'
import { codebookServices } from './codebook.ts'
import { collectionServices } from './collection.ts'
import { conflictServices } from './conflict.ts'
import { exchangeServices } from './exchange.ts'
import { exportServices } from './export.ts'
import { faultServices } from './fault.ts'
import { folderServices } from './folder.ts'
import { guidelineServices } from './guideline.ts'
import { historyServices } from './history.ts'
import { layerServices } from './layer.ts'
import { libraryServices } from './library.ts'
import { outcomeOf } from './outcome.ts'
import { projectServices } from './project.ts'
import { protectionServices } from './protection.ts'
import { queryServices } from './queries.ts'
import { queueServices } from './queue.ts'
import { registerServices } from './register.ts'
import { searchServices } from './search.ts'
import { assertMayBeDone } from './second-reading.ts'
import { sentencesServices } from './sentences.ts'
import { sessionServices } from './session.ts'
import { sourceServices } from './source.ts'

/**
 * Answers one call: checks its input, does it, and turns whatever happens into data.
 *
 * @param work what the caller takes to be open (see `workOf`), empty for nothing: a step that is of something else is
 *   refused. Undefined for whatever is open
 */
export type Answer = (name: CallName, input: unknown, work?: string) => Promise<Reply<unknown>>

/** Makes the answering end of the contract. Every host puts its calls through this one function. */
export function answering(application: Application): Answer {
  const services: Services = {
    ...sessionServices(application),
    ...projectServices(application),
    ...protectionServices(application),
    ...backupServices(application),
    ...faultServices(application),
    ...libraryServices(application),
    ...collectionServices(application),
    ...queryServices(application),
    ...articleServices(application),
    ...sourceServices(application),
    ...layerServices(application),
    ...queueServices(application),
    ...sentencesServices(application),
    ...guidelineServices(application),
    ...historyServices(application),
    ...assignServices(application),
    ...adjudicationServices(application),
    ...codebookServices(application),
    ...exportServices(application),
    ...exchangeServices(application),
    ...conflictServices(application),
    ...folderServices(application),
    ...searchServices(application),
    ...registerServices(application),
    ...aboutServices(application),
  }
  const done = <T>(work: () => T | Promise<T>) => outcomeOf(work, error => application.refusalOf(error))
  return async (name, input, work) => {
    const { isStep } = calls[name]
    if (application.openAgain && (isStep || isQuery(name))) await application.openAgain
    const outcome = await done(() => {
      // The service under a name takes what that name's schema gives.
      const service = services[name] as (checked: unknown) => unknown
      const given = checked(name, input)
      if (isStep) assertIsOpen(work, application)
      assertMayBeDone(name, application)
      return service(given)
    })
    if (!isStep) return outcome
    // Refused where the project was closed meanwhile.
    const undo = await done(() => application.undoState())
    return undo.ok ? { ...outcome, undo: undo.value } : outcome
  }
}

function assertIsOpen(work: string | undefined, application: Application): void {
  if (work === undefined || work === (application.work ?? '')) return
  throw new Refusal(
    'elsewhere',
    'What you did was not saved: the project or the layer that it belongs to is not open any more. Open it again and do it once more.',
  )
}

function checked(name: CallName, input: unknown): unknown {
  const { data, issue } = parsed(name, input)
  if (!issue) return data
  const where = issue.path.join('.') || 'the input'
  throw new Refusal(
    'invalid-input',
    `Assay cannot take this: ${where} is not as it should be. Reload the window and try again.`,
    { call: name, path: issue.path.map(String), issue: issue.message },
  )
}

function parsed(name: CallName, input: unknown) {
  try {
    const { data, error } = calls[name].input.safeParse(input)
    return { data, issue: error?.issues[0] }
  } catch (error) {
    // Zod freezes what it was given also where that is nothing it takes, and bytes cannot be frozen.
    if (error instanceof TypeError) return { data: undefined, issue: { path: [], message: error.message } }
    throw error
  }
}
