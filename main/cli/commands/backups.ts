import type { Backup } from '#app/contract'
import { colleaguesFile } from '#main/store/disk'
import { describeBackups } from '#main/store/restore'
import { type Command, word } from '../command.ts'
import { count } from '../count.ts'
import { askedKey } from '../project.ts'

export const backups: Command = {
  name: 'backups',
  usage: 'P.assay',
  summary: 'lists the backups of a project, the newest first, and what each holds',
  words: [1, 1],
  options: {},
  async run(call) {
    const path = word(call, 0)
    const found = describeBackups(path, await askedKey(path))
    const sent = found.length === 0 ? colleaguesFile(path) : undefined
    if (sent) throw sent
    for (const one of found) call.output.line(`${one.name}\n    ${contentOf(one)}`)
    if (found.length === 0) call.output.line('There are no backups yet.')
    call.output.value(found)
    return true
  },
}

function contentOf({ content, otherwiseProtected }: Backup): string {
  if (otherwiseProtected) return 'has another passphrase than the project; open it as a project of its own'
  if (!content) return 'cannot be read'
  const work = content.annotators.map(
    ({ name, annotations }) => `${count(annotations, 'annotation')} by ${name}`,
  )
  const parts = [count(content.articles, 'article'), ...work]
  return `${parts.join(', ')}; last change ${content.lastChange ?? 'never'}`
}
