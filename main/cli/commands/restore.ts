import { copyBackup, restore } from '#main/store/restore'
import { type Command, optionOf, word } from '../command.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'P.assay BACKUP [--out Q.assay]',
  summary:
    'puts a backup (a name that `assay backups` prints) in the place of the project, which is itself kept; --out puts it elsewhere',
  words: [2, 2],
  options: { out: { type: 'string' } },
  async run(call) {
    const [path, name] = [word(call, 0), word(call, 1)]
    const out = optionOf(call, 'out')
    const kept = out === undefined ? await restore(path, name, new Date()) : await copyBackup(path, name, out)
    call.output.line(`✓ ${out ?? path} is as in ${name}.`)
    if (kept) call.output.line(`  What was there is kept in ${kept}.`)
    call.output.value({ path: out ?? path, backup: name, kept: kept ?? null })
    return true
  },
}
