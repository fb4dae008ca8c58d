import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '#app/failure'
import { adoptCodebook } from '#app/formats/codebook/adopt-codebook'
import type { Codebook } from '#app/model/codebook'
import { ReadyCodebook } from '#app/model/ready-codebook'
import { readCodebook } from '#main/codebook/read-codebook'
import { joinTeam } from '#main/exchange/join-team'
import { newProject } from '#main/services/project'
import { readyCodebook } from '#main/services/ready-codebooks'
import { diskRefusal } from '#main/store/disk'
import { type Call, type Command, nameGiven, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { withPassphrase } from '../passphrase.ts'
import { localSettings } from '../project.ts'
import { bindSigners, describeSignature, SIGNATURE_OPTIONS, signing } from '../signatures.ts'

export const init: Command = {
  name: 'init',
  usage:
    'P.assay [--codebook FILE|READY] [--name NAME] | P.assay --from EXCHANGE_FILE [--as NAME] [--trust FINGERPRINT] [--allow-unsigned]',
  summary: `makes an empty project, with the codebook of a .json or .qdc file, or one of ${ReadyCodebook.options.join(', ')}; or joins the project of a colleague by the file they sent, as the annotator of it who you say that you are`,
  words: [1, 1],
  options: {
    codebook: { type: 'string' },
    name: { type: 'string' },
    from: { type: 'string' },
    as: { type: 'string' },
    ...SIGNATURE_OPTIONS,
  },
  async run(call) {
    const from = optionOf(call, 'from')
    if (from !== undefined) return join(call, word(call, 0), from)
    const path = word(call, 0)
    const file = optionOf(call, 'codebook')
    const name = nameGiven(call, 'name') ?? (basename(path, '.assay').trim() || 'Project')
    const store = newProject(
      path,
      name,
      localSettings().annotator,
      file === undefined ? undefined : codebookNamed(file),
    )
    const { id } = store.tables.project.only()
    const labels = store.codebook().labels.map(label => label.id)
    store.close()
    call.output.line(`Made ${path} with the labels ${labels.join(', ')}.`)
    call.output.value({ project: { id, name }, path, labels })
    return true
  },
}

/** Makes the project of an exchange file, with all that is in it. */
async function join(call: Call, path: string, from: string): Promise<boolean> {
  const { signers, accepted } = signing(call)
  const as = nameGiven(call, 'as')
  const { store, report, annotator, meantFor } = await withPassphrase()(passphrase =>
    joinTeam(path, from, localSettings(), { as, reading: { signers, accepted, passphrase } }),
  )
  store.close()
  bindSigners([report], accepted)
  const { name } = report.header.project
  call.output.line(
    `Joined “${name}” as ${path}: ${count(report.articlesChanged, 'article')} from ${report.header.by.name}. You are ${annotator.name} in it.`,
  )
  if (meantFor)
    call.output.line(
      `The file was made for ${meantFor.name}. If that is you, begin again with --as ${meantFor.id.slice(-6)}.`,
    )
  call.output.line(`  ${describeSignature(report)}`)
  const { counts, signature } = report
  call.output.value({ project: report.header.project, path, annotator, meantFor, counts, signature })
  return true
}

/** A ready codebook by its name, else that of a file. */
function codebookNamed(name: string): Codebook {
  const ready = ReadyCodebook.safeParse(name)
  if (ready.success) return readyCodebook(ready.data)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(name))
  } catch (error) {
    const refusal = diskRefusal(error, name)
    if (refusal?.code !== 'not-found') throw refusal ?? error
    throw new Refusal(
      'not-found',
      `There is no codebook “${name}”. Name a file, or one of ${ReadyCodebook.options.join(', ')}.`,
    )
  }
  return adoptCodebook(readCodebook(name, bytes))
}
