import type { Progress } from '#app/agreement/bootstrap'
import { Refusal } from '#app/failure'
import type { Watch } from '#main/export/export-corpus'

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

/** Lets others work between slices of the work, tells how far it has come, in hundredths, and hears a cancellation. */
export function pacer(watch: Watch): (done: number) => Promise<void> {
  let since = performance.now()
  return async done => {
    if (performance.now() - since < SLICE) return
    watch.onProgress?.(Math.floor(done), 100)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw new Refusal('cancelled', 'The computing was stopped.')
    since = performance.now()
  }
}

/** Runs work to its end, which pauses at each of its steps. */
export async function computed<R>(
  work: Generator<Progress, R>,
  onStep: (progress: Progress) => Promise<void>,
): Promise<R> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await onStep(step.value)
  }
}
