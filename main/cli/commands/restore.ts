import { backupNamed, copyBackup, restore } from '#main/store/restore'
import { type Command, optionOf, word } from '../command.ts'
import { askedKey } from '../project.ts'

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
    // The key is that of the backup: the project may be damaged, or gone.
    const key = await askedKey(backupNamed(path, name))
    const kept =
      out === undefined ? await restore(path, name, new Date(), key) : await copyBackup(path, name, out, key)
    call.output.line(`✓ ${out ?? path} is as in ${name}.`)
    if (kept) call.output.line(`  What was there is kept in ${kept}.`)
    call.output.value({ path: out ?? path, backup: name, kept: kept ?? null })
    return true
  },
}
