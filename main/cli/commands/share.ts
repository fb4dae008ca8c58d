import { Refusal } from '#app/failure'
import { share } from '#main/exchange/share'
import { lastShareWith, noteShare } from '#main/exchange/shares'
import { type Command, nameGiven, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { newPassphrase } from '../passphrase.ts'
import { annotatorNamed, localAnnotator, localKey, withProject } from '../project.ts'

export const shareCommand: Command = {
  name: 'share',
  usage:
    'P.assay --out FILE.assay.jsonl[.gz][.age] [--annotator NAME] [--with COLLEAGUE] [--no-sign] [--encrypt]',
  summary:
    'writes an exchange file for colleagues: all, one annotator’s work, or what changed since the last file for one colleague; signed, unless --no-sign; --encrypt asks for a passphrase that opens it',
  words: [1, 1],
  options: {
    out: { type: 'string' },
    annotator: { type: 'string' },
    with: { type: 'string' },
    'no-sign': { type: 'boolean' },
    encrypt: { type: 'boolean' },
  },
  run(call) {
    const path = optionOf(call, 'out')
    if (!path) throw new Refusal('invalid-input', 'Say where the file goes: --out FILE.assay.jsonl.')
    if (/\.age$/i.test(path) && call.options.encrypt !== true)
      throw new Refusal(
        'invalid-input',
        'A name that ends with .age is that of an encrypted file: add --encrypt.',
      )
    const name = nameGiven(call, 'annotator')
    const colleague = nameGiven(call, 'with')
    return withProject(word(call, 0), async store => {
      const annotator = name === undefined ? null : annotatorNamed(store, name)
      const after = colleague === undefined ? 0 : lastShareWith(store, colleague)
      const seq = store.lastChange()
      const key = call.options['no-sign'] === true ? undefined : await localKey()
      const passphrase = call.options.encrypt === true ? await newPassphrase() : undefined
      const plan = { by: localAnnotator(store), part: { annotator, after }, key, passphrase }
      const done = await share(store, plan, path)
      if (colleague !== undefined) noteShare(store, colleague, seq)
      const { article = 0, annotation = 0, review = 0, decision = 0 } = done.shown
      call.output.line(
        `Wrote ${path}: ${count(article, 'article')}, ${count(annotation, 'annotation')}, ${count(review, 'review')}, ${count(decision, 'decision')}, ${done.bytes} bytes.`,
      )
      call.output.value({ path, ...done })
      return true
    })
  },
}
