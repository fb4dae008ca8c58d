/** A file that goes out: first the person chooses, then it is written, then it is there. */
import type { Outcome } from '#app/contract'
import { asJobOnceSaved, type Work } from '../jobs.ts'
import { fetchOffered } from '../shell/download.ts'

export type Writing<Written> =
  | { readonly status: 'choosing'; readonly problem: string | null }
  | ({ readonly status: 'writing' } & Work)
  | { readonly status: 'done'; readonly written: Written }

export const CHOOSING: Writing<never> = { status: 'choosing', problem: null }

/**
 * Has main write a file, tells how far it has come, and has a browser download it. Where it was refused, or no place for
 * it was chosen, the person chooses again.
 *
 * @param show is given each state in its turn
 * @param ask makes the call; the job is what its progress is told of
 */
export async function write<Written extends Parameters<typeof fetchOffered>[0]>(
  show: (state: Writing<Written>) => void,
  ask: (job: string) => Promise<Outcome<Written | null>>,
): Promise<void> {
  const outcome = await asJobOnceSaved(work => show({ status: 'writing', ...work }), ask)
  if (!outcome.ok) return show({ status: 'choosing', problem: outcome.failure.message })
  if (outcome.value === null) return show(CHOOSING)
  fetchOffered(outcome.value)
  show({ status: 'done', written: outcome.value })
}
