import { Refusal } from '#app/failure'
import { isPerson } from '#app/model/second-reading'
import { writeFeedback } from '#main/adjudication/write-feedback'
import { assertSees } from '#main/store/blindfold'
import { type Command, nameGiven, optionOf, word } from '../command.ts'
import { annotatorNamed, localAnnotator, withProject } from '../project.ts'

export const feedback: Command = {
  name: 'feedback',
  usage: 'P.assay --annotator NAME --out FILE.html',
  summary: 'writes a page of what was decided otherwise than one annotator said, with causes and reasons',
  words: [1, 1],
  options: { annotator: { type: 'string' }, out: { type: 'string' } },
  run(call) {
    const name = nameGiven(call, 'annotator')
    const path = optionOf(call, 'out')
    if (name === undefined) throw new Refusal('invalid-input', 'Say for whom it is: --annotator NAME.')
    if (!path) throw new Refusal('invalid-input', 'Say where the page goes: --out FILE.html.')
    return withProject(word(call, 0), async store => {
      assertSees(store, localAnnotator(store).id)
      const annotator = store.tables.annotator.get(annotatorNamed(store, name))
      if (!annotator || !isPerson(annotator.id))
        throw new Refusal('invalid-input', 'Feedback is for a person. Name one of the annotators.')
      const done = await writeFeedback(store, annotator, path)
      call.output.line(
        `Wrote ${path}: ${done.differing} of ${done.compared} decided sentences differ, ${done.bytes} bytes.`,
      )
      call.output.value({ path, ...done })
      return true
    })
  },
}
