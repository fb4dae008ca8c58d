/** Going from one sentence that waits for something to the next, wherever it is in the corpus. */
import { create } from 'zustand'
import type { Annotation } from '#app/model/annotation'
import { missingAttributes } from '#app/model/asked'
import { beside, type Direction, type Queue, type SentencePlace, sentencesInQueue } from '#app/model/queue'
import { sentencesIn } from '#app/model/segmentation'
import { sameRange } from '#app/text/range'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { send, settled } from '../shell/outbox.ts'
import { codebook } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'
import { choose } from './choosing.ts'
import { chosenAnnotation, currentMark, goTo, openArticle, type Reading, reading } from './reader-store.ts'

/** The queue that the person chose last, which they go on with. */
export const useQueue = create<{ readonly queue: Queue }>(() => ({ queue: { kind: 'unread' } }))

/** Goes on with a queue from now on. */
export function chooseQueue(queue: Queue): void {
  useQueue.setState({ queue })
  void goToNext(queue, 'next')
}

/** Goes on with the queue that was chosen. */
export const goOn = (direction: Direction): void => void goToNext(useQueue.getState().queue, direction)

/**
 * Goes to the next annotation that lacks a required attribute, or the one before: in this sentence, in this article, or
 * wherever in the corpus.
 */
export async function goToIncomplete(direction: Direction): Promise<void> {
  const now = reading()
  const here = now && chosenAnnotation(now)
  const incomplete = now ? incompleteHere(now) : []
  const place = incomplete.findIndex(one => one.id === here?.id)
  const beside = place < 0 ? undefined : incomplete[place + (direction === 'next' ? 1 : -1)]
  if (beside) choose(beside.id)
  else await goToNext({ kind: 'incomplete' }, direction)
}

/** What begins in the current sentence and lacks something, in reading order. */
function incompleteHere(now: Reading): Annotation[] {
  return (currentMark(now)?.annotations ?? []).filter(
    one =>
      sentencesIn(now.sentences, one).from === now.current && missingAttributes(codebook(), one).length > 0,
  )
}

/**
 * Goes to the next sentence of a queue, or the one before: in this article at once, in another one as main finds it. What
 * is incomplete there is chosen.
 */
export async function goToNext(queue: Queue, direction: Direction): Promise<void> {
  await goToSentence(queue, direction)
  const now = queue.kind === 'incomplete' ? reading() : undefined
  const arrived = now && incompleteHere(now).at(direction === 'next' ? 0 : -1)
  if (arrived) choose(arrived.id)
}

async function goToSentence(queue: Queue, direction: Direction): Promise<void> {
  if (goWithin(queue, direction)) return
  await settled()
  const now = reading()
  const here = now?.sentences[now.current]
  const from = now && here ? { article: now.article.id, start: here.start } : null
  const outcome = await call('layer.next', { queue, from, direction })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  const place = outcome.value
  if (!place)
    return notify(
      queue.kind === 'incomplete' && !codebook().attributes.some(({ required }) => required)
        ? say('finding.nothing-required')
        : say('finding.queue-empty', { queue: queueName(queue) }),
    )
  if (place.article === now?.article.id && here && sameRange(place.range, here))
    return notify(say('finding.queue-only-here', { queue: queueName(queue) }))
  await goToPlace(place)
}

/**
 * Says that the annotations of the current sentence are right under the codebook as it is now, and goes to the next
 * sentence to look at.
 */
export async function stillRight(): Promise<void> {
  const now = reading()
  const annotations = (now && currentMark(now)?.annotations.map(({ id }) => id)) ?? []
  if (annotations.length > 0) {
    const outcome = await send('guideline.still-right', { annotations })
    if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  }
  await goToNext({ kind: 'to-look-at' }, 'next')
}

/** Goes to a sentence of the corpus. */
export async function goToPlace({ article, range }: SentencePlace): Promise<void> {
  showView('read')
  const now = reading()
  if (now?.article.id === article) goTo(sentencesIn(now.sentences, range).from)
  else await openArticle(article, range)
}

/** Goes to the next sentence of a queue where that is in this article. @returns whether it is */
function goWithin(queue: Queue, direction: Direction): boolean {
  const now = reading()
  const here = now?.sentences[now.current]
  if (!now || !here || !isKnownHere(queue)) return false
  const { sentences, layer } = now
  const found = beside(
    sentences,
    sentencesInQueue(queue, { sentences, ...layer, codebook: codebook() }),
    here.start,
    direction,
  )
  if (found === undefined) return false
  goTo(found)
  return true
}

/** Whether what is here of the open article tells a queue: not what others flagged, nor what earlier codebooks said. */
const isKnownHere = (queue: Queue): boolean =>
  !(queue.kind === 'flagged' && queue.by === 'everybody') && queue.kind !== 'to-look-at'

/** A queue, for people. */
export function queueName(queue: Queue): string {
  switch (queue.kind) {
    case 'unread':
      return say('finding.unread')
    case 'flagged':
      return say(queue.by === 'me' ? 'finding.flagged-by-me' : 'finding.flagged-by-everybody')
    case 'cannot-judge':
      return say('finding.cannot-judge')
    case 'to-look-at':
      return say('finding.to-look-at')
    case 'incomplete':
      return say('finding.incomplete')
    case 'label':
      return codebook().labels.find(label => label.id === queue.label)?.name ?? queue.label
  }
}
