/** Splitting and joining sentences. */
import { refreshLibrary } from '../library/library-store.ts'
import { notify } from '../shell/notices.ts'
import { own, sendOnce } from '../shell/outbox.ts'
import { reading, showSentences } from './reader-store.ts'

/** Splits the sentence at an offset of the article, or joins it with the next one; annotations keep their ranges. */
export async function mend(how: 'split' | 'join', offset: number): Promise<void> {
  const article = reading()?.article.id
  if (!article) return
  const outcome = await sendOnce('sentences.mend', { article, how, offset })
  if (!outcome.ok) return notify(outcome.failure.message)
  own(outcome.value.seq)
  refreshLibrary()
  const now = reading()
  if (now?.article.id === article) showSentences(now, outcome.value.sentences)
}

/** Joins the current sentence with the next one. */
export function joinCurrent(): void {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (sentence) void mend('join', sentence.start)
}
