import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AnyEvent, CallName, Input, Output, Reply } from '#app/contract'
import { Application } from '#main/services/application'
import type { Host } from '#main/services/host'
import { answering } from '#main/services/services'
import { temporaryFolder } from './projects.ts'

/**
 * An application with an empty project, of this name and with a ready codebook, whose host puts files into a folder.
 *
 * @param other what its host does otherwise
 */
export async function application(
  name = 'Test',
  codebook: Input<'project.create'>['codebook'] = 'default',
  other: Partial<Host> = {},
) {
  const folder = temporaryFolder()
  const host: Host = {
    kind: 'browser',
    chooseProject: async () => null,
    chooseFolder: async () => null,
    placeForProject: async name => join(folder, `${name}.assay`),
    placeForExport: async fileName => ({ path: join(folder, fileName), fileName, offer: () => null }),
    ...other,
  }
  const app = new Application(host, folder)
  onTestFinished(() => app.close(), 60_000)
  const events: AnyEvent[] = []
  app.listen(event => events.push(event))
  const answer = answering(app)
  const ask = <N extends CallName>(name: N, input: Input<N>) =>
    answer(name, input) as Promise<Reply<Output<N>>>
  const get = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const outcome = await ask(name, input)
    if (!outcome.ok) throw new Error(outcome.failure.message)
    return outcome.value
  }
  await get('project.create', { name, codebook })
  return { app, folder, events, answer, ask, get }
}
