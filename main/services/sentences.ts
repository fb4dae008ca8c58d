import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { sentencesIn } from '#app/model/segmentation'
import { joinWithNext, splitAt } from '#app/text/segmentation/mend'
import type { Application } from './application.ts'

export function sentencesServices(application: Application): Pick<Services, 'sentences.mend'> {
  return {
    'sentences.mend': async ({ article, how, offset }) => {
      const mended = await application.whenFree((store, by) => {
        const segmentation = store.tables.segmentation.get(article)
        const text = store.tables.article.text(article)
        if (!segmentation || text === undefined) {
          throw new Refusal('not-found', 'The article is no longer in this project. Choose another one.')
        }
        const { from } = sentencesIn(segmentation.sentences, { start: offset, end: offset + 1 })
        const sentences =
          how === 'split'
            ? splitAt(text, segmentation.sentences, offset)
            : joinWithNext(segmentation.sentences, from)
        if (!sentences) throw new Refusal('conflict', NOTHING_TO_MEND[how])
        const after = { ...segmentation, sentences, mended: true }
        const action = how === 'split' ? 'split-sentence' : 'join-sentences'
        const written = store.write({ by, action, edits: [{ kind: 'segmentation', id: article, after }] })
        return {
          sentences,
          seq: written?.seq ?? null,
          progress: store.progress.get(article, by),
        }
      })
      application.changed([article])
      return mended
    },
  }
}

const NOTHING_TO_MEND = {
  split: 'There is nothing to split here. Choose a word inside the sentence.',
  join: 'This is the last sentence: there is no next one to join it with.',
} as const
