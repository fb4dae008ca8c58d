import { basename } from 'node:path'
import { problems } from '#main/store/check'
import { type Command, word } from '../command.ts'
import { withProject } from '../project.ts'

export const check: Command = {
  name: 'check',
  usage: 'P.assay',
  summary: 'checks that a project is whole, thoroughly',
  words: [1, 1],
  options: {},
  run: call =>
    withProject(word(call, 0), store => {
      const found = problems(store.db, 'thorough')
      const name = basename(store.path)
      if (found.length === 0) call.output.line(`${name} is whole.`)
      for (const problem of found) call.output.warn(`${name}: ${problem}`)
      call.output.value({ path: store.path, whole: found.length === 0, problems: found })
      return found.length === 0
    }),
}
