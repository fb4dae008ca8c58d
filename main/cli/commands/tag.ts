import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '#app/failure'
import { Note } from '#app/model/annotation'
import { AnnotationId } from '#app/model/ids'
import { applyToLayer, tag as tagRange } from '#app/model/layer'
import { activeLabel, assertAttributes, layerOf } from '#main/services/layer'
import { type Command, nameGiven, optionOf, word } from '../command.ts'
import { articleNamed, authorFor, withProject } from '../project.ts'

export const tag: Command = {
  name: 'tag',
  usage: 'P.assay ARTICLE SENTENCE LABEL --annotator NAME [--note TEXT] [--attribute key=value]…',
  summary: 'tags a sentence, by its number from 1',
  words: [4, 4],
  options: {
    annotator: { type: 'string' },
    note: { type: 'string' },
    attribute: { type: 'string', multiple: true },
  },
  run(call) {
    const [path, name, number, labelName] = [word(call, 0), word(call, 1), word(call, 2), word(call, 3)]
    const annotator = nameGiven(call, 'annotator')
    if (annotator === undefined) throw new Refusal('invalid-input', 'Say who tags: --annotator NAME.')
    const given = attributesFrom(call.options.attribute)
    return withProject(path, store => {
      const article = articleNamed(store, name)
      const sentences = store.tables.segmentation.get(article)?.sentences ?? []
      const sentence = /^\d+$/.test(number) ? sentences[Number(number) - 1] : undefined
      if (!sentence)
        throw new Refusal(
          'invalid-input',
          `There is no sentence ${number}: the article has 1 to ${sentences.length}.`,
        )
      const label = activeLabel(store, labelName)
      assertAttributes(store, label.id, given)
      const by = authorFor(store, annotator)
      store.introduce(by.id, by.name)
      const layer = layerOf(store, article, by.id)
      const now = new Date().toISOString()
      const edits = tagRange(layer, sentence, label, store.codebook(), AnnotationId.parse(uuidv7()), now)
      const tagged = applyToLayer(layer, edits).annotations.find(
        one => one.label === label.id && one.start === sentence.start && one.end === sentence.end,
      )
      if (!tagged) throw new Error('a tagged sentence has no annotation')
      const note = Note.parse(optionOf(call, 'note') ?? tagged.note)
      const after = { ...tagged, note, attributes: { ...tagged.attributes, ...given }, updated: now }
      const removed = edits.filter(edit => edit.after === null)
      store.write({
        by: by.id,
        action: 'tag',
        edits: [...removed, { kind: 'annotation', id: tagged.id, after }],
      })
      call.output.line(`Sentence ${number}: ${label.name}, says ${by.name}.`)
      call.output.value({ ...after, annotator: by.name })
      return true
    })
  },
}

/** `key=value`, several times. */
function attributesFrom(option: unknown): Record<string, string> {
  const given: unknown[] = Array.isArray(option) ? option : []
  return Object.fromEntries(
    given.map(one => {
      const [, key, value] = /^([^=]+)=(.+)$/s.exec(String(one)) ?? []
      if (key === undefined || value === undefined) {
        throw new Refusal('invalid-input', `--attribute takes key=value, not “${one}”.`)
      }
      return [key, value]
    }),
  )
}
