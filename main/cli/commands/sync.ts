import { resolve } from 'node:path'
import type { FolderRound } from '#app/exchange/folder-round'
import { MERGE_OUTCOMES, type MergeReport } from '#app/exchange/merge-report'
import { Refusal, toFailure } from '#app/failure'
import { untilStopped } from '#main/browser/window'
import { warnIfSynchronised } from '#main/exchange/synchronised-path'
import { syncFolder } from '#main/exchange/team-folder'
import { folderMemory } from '#main/exchange/team-folder/folder-memory'
import { watchFolder } from '#main/exchange/watch-folder'
import { reportFault } from '#main/services/outcome'
import type { Store } from '#main/store/store'
import { type Call, type Command, word } from '../command.ts'
import { count } from '../count.ts'
import { annotatorFor, localKey, localSettings, withProject } from '../project.ts'
import { bindSigners, SIGNATURE_OPTIONS, signing } from '../signatures.ts'

export const sync: Command = {
  name: 'sync',
  usage: 'P.assay FOLDER [--watch | --undo] [--trust FINGERPRINT]… [--allow-unsigned]',
  summary:
    'merges what colleagues put into a folder that something else synchronises, and adds what is new of ours; --watch goes on until it is stopped, --undo takes the last round’s merges back',
  words: [2, 2],
  options: { watch: { type: 'boolean' }, undo: { type: 'boolean' }, ...SIGNATURE_OPTIONS },
  run(call) {
    const [path, folder] = [word(call, 0), resolve(word(call, 1))]
    const warning = warnIfSynchronised(path, folder)
    if (warning !== null) call.output.warn(warning)
    return withProject(path, async store => {
      const by = annotatorFor(store, undefined)
      if (call.options.undo) return undo(call, store, by.id)
      store.introduce(by.id, by.name)
      const { device } = localSettings()
      const memory = folderMemory()
      const key = await localKey()
      const round = async (signal?: AbortSignal) => {
        const trust = signing(call)
        const syncing = { by, device, memory, key, ...trust, ...(signal ? { signal } : {}) }
        const done = await syncFolder(store, folder, syncing)
        bindSigners(done.merged, trust.accepted)
        tell(call, done)
        return done
      }
      if (!call.options.watch) return (await round()).waiting.every(({ overdue }) => !overdue)
      const watch = watchFolder(folder, {
        round,
        onError: error => call.output.warn(toFailure(store.refusalOf(error) ?? error, reportFault).message),
      })
      await untilStopped()
      await watch.close()
      return true
    })
  },
}

/** Takes the merges of the last round back. */
function undo(call: Call, store: Store, by: Parameters<Store['history']['state']>[0]): boolean {
  const round = store.history.lastAside(by)
  if (round === undefined)
    throw new Refusal(
      'nothing-to-undo',
      'No folder has brought you anything yet, or all of it was taken back already.',
    )
  const { effects } = store.history.revertAside(by, round)
  call.output.line(`Took the last merges back: ${count(effects.length, 'record')} as before.`)
  call.output.value({ undone: effects.length })
  return true
}

function tell({ output }: Call, round: FolderRound): void {
  const { merged, waiting, conflictCopies, falls, written } = round
  for (const report of merged) output.line(describe(report))
  if (written) output.line(`→ ${written.name}${written.whole ? ', all there is' : ''}`)
  for (const name of conflictCopies)
    output.line(
      `! ${name} is a copy that the synchronisation made; what it says is merged. It can be removed.`,
    )
  for (const { message, overdue } of waiting) if (overdue) output.line(`✗ ${message}`)
  for (const { annotator, before, after } of falls)
    output.line(
      `! ${annotator.name} had ${count(before, 'annotation')} before this round and has ${after} now. Ask them; if that was not meant, \`assay sync … --undo\` takes the round back here.`,
    )
  output.value(round)
}

function describe({ file, header, counts, articlesChanged, signature }: MergeReport): string {
  const news = MERGE_OUTCOMES.filter(one => one === 'added' || one === 'updated' || one === 'conflicting')
  const sums = news.flatMap(outcome => {
    const sum = Object.values(counts).reduce((all, one) => all + one[outcome], 0)
    return sum > 0 ? [`${sum} ${outcome}`] : []
  })
  const what = sums.length > 0 ? `${sums.join(', ')}, in ${count(articlesChanged, 'article')}` : 'nothing new'
  const by =
    signature.standing === 'unknown'
      ? `${header.by.name}, by the unknown key ${signature.fingerprint}`
      : header.by.name
  return `← ${file} of ${by}: ${what}`
}
