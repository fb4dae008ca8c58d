import { Refusal } from '#app/failure'
import { formats, formatWithId } from '#app/formats/index'
import { exportCorpus } from '#main/export/export-corpus'
import { type Command, optionOf, word } from '../command.ts'
import { withProject } from '../project.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: `P.assay --format ${formats.map(format => format.id).join('|')} --out PATH [--raw]`,
  summary:
    'writes the annotated corpus to a file; --raw leaves cells that a spreadsheet would run as they are',
  words: [1, 1],
  options: { format: { type: 'string' }, out: { type: 'string' }, raw: { type: 'boolean' } },
  run(call) {
    const id = optionOf(call, 'format')
    const path = optionOf(call, 'out')
    const format = formatWithId(id ?? '')
    if (!format)
      throw new Refusal(
        'invalid-input',
        `Say which format: --format ${formats.map(one => one.id).join(' or ')}.`,
      )
    if (!path) throw new Refusal('invalid-input', 'Say where the file goes: --out PATH.')
    return withProject(word(call, 0), async store => {
      const done = await exportCorpus(store, format, { raw: call.options.raw === true }, path)
      call.output.line(`Wrote ${done.articles} articles to ${path}, ${done.bytes} bytes.`)
      call.output.value({ format: format.id, path, ...done })
      return true
    })
  },
}
