import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '#app/failure'
import { Codebook } from '#app/model/codebook'
import { newProject } from '#main/services/project'
import { diskRefusal } from '#main/store/disk'
import { type Command, optionOf, word } from '../command.ts'
import { localAnnotator } from '../project.ts'

export const init: Command = {
  name: 'init',
  usage: 'P.assay [--codebook FILE] [--name NAME]',
  summary: 'makes an empty project',
  words: [1, 1],
  options: { codebook: { type: 'string' }, name: { type: 'string' } },
  run(call) {
    const path = word(call, 0)
    const file = optionOf(call, 'codebook')
    const name = (optionOf(call, 'name') ?? basename(path, '.assay')).trim() || 'Project'
    const store = newProject(
      path,
      name,
      localAnnotator(),
      file === undefined ? undefined : readCodebook(file),
    )
    const { id } = store.tables.project.only()
    const labels = store.codebook().labels.map(label => label.id)
    store.close()
    call.output.line(`Made ${path} with the labels ${labels.join(', ')}.`)
    call.output.value({ project: { id, name }, path, labels })
    return true
  },
}

function readCodebook(path: string): Codebook {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw (
      diskRefusal(error, path) ??
      new Refusal('unreadable', `${path} is not JSON. Give a codebook file as Assay writes it.`)
    )
  }
  const codebook = Codebook.safeParse(json)
  if (codebook.success) return codebook.data
  const [issue] = codebook.error.issues
  throw new Refusal(
    'unreadable',
    `${path} is not a codebook: ${issue?.path.join('.') || 'its content'}: ${issue?.message}.`,
  )
}
