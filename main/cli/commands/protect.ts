import { basename } from 'node:path'
import { Refusal } from '#app/failure'
import { openProject } from '#main/store/open'
import { newProjectKey, type ProjectKey } from '#main/store/protection/project-key'
import { type Rewritten, rekey } from '#main/store/protection/protect'
import { type Call, type Command, word } from '../command.ts'
import { newProjectPassphrase } from '../passphrase.ts'
import { askedKey, localSettings } from '../project.ts'

export const protect: Command = {
  name: 'protect',
  usage: 'P.assay',
  summary:
    'encrypts a project and its backups with a passphrase, which is asked for, or gives it another; a passphrase that is forgotten is lost, and the work with it',
  words: [1, 1],
  options: {},
  async run(call) {
    const path = word(call, 0)
    const key = await keyOfProject(path)
    return put(call, key, await newProjectKey(await newProjectPassphrase()))
  },
}

export const unprotect: Command = {
  name: 'unprotect',
  usage: 'P.assay',
  summary: 'decrypts a protected project and its backups for good',
  words: [1, 1],
  options: {},
  async run(call) {
    const path = word(call, 0)
    const key = await keyOfProject(path)
    if (!key)
      throw new Refusal('conflict', `${basename(path)} has no passphrase. There is nothing to remove.`)
    return put(call, key, undefined)
  },
}

/** Its key; undefined where it has none. Throws a refusal where there is no project: before a passphrase is asked for that is of no use. */
async function keyOfProject(path: string): Promise<ProjectKey | undefined> {
  const key = await askedKey(path)
  openProject(path, { key }).close()
  return key
}

function put(call: Call, key: ProjectKey | undefined, next: ProjectKey | undefined): boolean {
  const path = word(call, 0)
  const done = rekey(path, key, next)
  localSettings().noteProtection(path, next !== undefined)
  call.output.line(`✓ ${path} ${next ? 'is protected with the passphrase' : 'has no passphrase any more'}.`)
  for (const line of describe(done, next !== undefined)) call.output.line(line)
  call.output.value({ path, isProtected: next !== undefined, ...done })
  return true
}

function describe({ backups, removed, left, bare }: Rewritten, isProtected: boolean): string[] {
  return [
    ...(backups > 0 ? [`  ${backups} backups ${isProtected ? 'are so too' : 'have none either'}.`] : []),
    ...(removed > 0 ? [`  ${removed} backups could not be read, and were removed.`] : []),
    ...(left > 0 ? [`  ${left} backups could not be written, and are as they were.`] : []),
    ...bare.map(name => `! ${name} beside it is a copy without a passphrase. Protect it too, or delete it.`),
  ]
}
