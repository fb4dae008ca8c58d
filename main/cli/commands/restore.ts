import { basename } from 'node:path'
import { Refusal } from '#app/failure'
import { backupsOf } from '#main/store/backup'
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
    if (!backupsOf(path).some(one => basename(one) === name))
      throw new Refusal(
        'not-found',
        `There is no backup “${name}”. \`assay backups ${path}\` lists those there are.`,
      )
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
