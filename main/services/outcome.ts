import type { Outcome } from '#app/contract'
import { type Refusal, toFailure } from '#app/failure'
import { logFault } from './fault-log.ts'

/** A fault of Assay's own, for whoever reads the terminal, and for the log. */
export function reportFault(fault: unknown): void {
  logFault('main', fault)
  console.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
}

/**
 * What work comes to, as data.
 *
 * @param translate makes a refusal of what others threw, a full disk say; undefined for a fault of ours
 */
export async function outcomeOf<T>(
  work: () => T | Promise<T>,
  translate: (error: unknown) => Refusal | undefined = () => undefined,
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, failure: toFailure(translate(error) ?? error, reportFault) }
  }
}
