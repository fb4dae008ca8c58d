import type { CallName } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Application } from './application.ts'

/** What changes more of the project than a layer. In a second reading it would bear the name of a layer, and not of its person. */
const OF_THE_PROJECT: ReadonlySet<CallName> = new Set<CallName>([
  'article.import',
  'article.describe',
  'sentences.mend',
  'library.bulk',
  'collection.create',
  'collection.rename',
  'collection.remove',
  'codebook.change',
  'codebook.restore',
  'guideline.write',
  'name.rename',
  'conflict.resolve',
  'exchange.merge',
  'assign.deal',
  'assign.deal-again',
  'assign.open-layers',
])

/** Throws a refusal (`conflict`) where a person asks in their second reading for what is not of that alone. */
export function assertMayBeDone(name: CallName, application: Application): void {
  // Who works here is looked up in the project: not with every call.
  if (!OF_THE_PROJECT.has(name) || application.annotator.id === application.person.id) return
  throw new Refusal(
    'conflict',
    'You are in your second reading, which is for reading only what was dealt to you again. End it first.',
  )
}
