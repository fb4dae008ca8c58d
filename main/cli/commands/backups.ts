import type { Backup } from '#app/contract'
import { describeBackups } from '#main/store/restore'
import { type Command, word } from '../command.ts'

export const backups: Command = {
  name: 'backups',
  usage: 'P.assay',
  summary: 'lists the backups of a project, the newest first, and what each holds',
  words: [1, 1],
  options: {},
  run(call) {
    const found = describeBackups(word(call, 0))
    for (const one of found) call.output.line(`${one.name}\n    ${contentOf(one)}`)
    if (found.length === 0) call.output.line('There are no backups yet.')
    call.output.value(found)
    return true
  },
}

function contentOf({ content }: Backup): string {
  if (!content) return 'cannot be read'
  const work = content.annotators.map(({ name, annotations }) => `${annotations} annotations by ${name}`)
  const parts = [`${content.articles} articles`, ...work]
  return `${parts.join(', ')}; last change ${content.lastChange ?? 'never'}`
}
