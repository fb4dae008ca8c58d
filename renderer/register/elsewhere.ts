/** Annotations outside of the reader: to change them, and to go to where they stand. */
import type { Annotation } from '#app/model/annotation'
import { withValue } from '../inspector/inspector-store.ts'
import { openArticle } from '../reader/reader-store.ts'
import { notify } from '../shell/notices.ts'
import { send } from '../shell/outbox.ts'
import { showView } from '../shell/view-store.ts'

/** Gives a value to an attribute of one of the person's own annotations. The reader hears of it as of any change. */
export async function setValueElsewhere(
  annotation: Annotation,
  attribute: string,
  value: string,
): Promise<void> {
  const { id, article, note, mentions, start, end } = annotation
  const attributes = withValue(annotation.attributes, attribute, value)
  const outcome = await send('layer.annotate', {
    article,
    annotation: id,
    note,
    attributes,
    mentions,
    start,
    end,
  })
  if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
}

/** Opens the article of an annotation, or of a sentence, where it stands. */
export function openPlace({ article, start, end }: Pick<Annotation, 'article' | 'start' | 'end'>): void {
  showView('read')
  void openArticle(article, { start, end })
}
