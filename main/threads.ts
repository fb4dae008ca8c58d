import { join } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/** The threads there are: each is a file of this folder, and an entry of its own in the bundle. */
export type ThreadName = 'jobs-thread' | 'queries-thread' | 'recovery-thread'

/** Starts a thread, from the sources where this runs from the sources, else from the bundle. */
export function startThread(
  name: ThreadName,
  options: { workerData?: unknown; resourceLimits?: ResourceLimits } = {},
): Worker {
  const ending = import.meta.filename.endsWith('.ts') ? '.ts' : '.js'
  return new Worker(join(import.meta.dirname, `${name}${ending}`), options)
}
