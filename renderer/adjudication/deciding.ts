/** What the person decides: shown in the next frame, sent after it, and taken back by undo. */
import { foreseen } from '#app/adjudication/foreseen'
import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import { isAnswer, type Statement } from '#app/adjudication/statement'
import type { Verdict } from '#app/adjudication/verdict'
import { Refusal } from '#app/failure'
import type { DecisionCause } from '#app/model/decision'
import { AnnotationId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { say, sayFailure } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { own, send } from '../shell/outbox.ts'
import { activeLabels, codebook, useSession } from '../shell/session-store.ts'
import { announce } from '../ui/announcer.ts'
import {
  currentSentence,
  type Deciding,
  deciding,
  goTo,
  isLeft,
  noteOwn,
  openDecisions,
  refreshQueue,
  reloadDecisions,
  sayWhy,
  showSentence,
  useAdjudication,
} from './adjudication-store.ts'

/** How many decisions of a sentence are on their way: an answer to an older one is not shown. */
const underWay = new Map<string, number>()

/** Decides the current sentence. @param goOn whether the next one that is left comes then */
export async function decide(verdict: Verdict, goOn = true): Promise<void> {
  const now = deciding()
  const sentence = now && currentSentence(now)
  const by = useSession.getState().session?.annotator.id
  if (!now || !sentence || !by) return
  const { id: article } = now.adjudication.article
  const { draft } = now
  const occasion = {
    ...{ article, by, codebook: codebook(), now: new Date().toISOString() },
    // Main makes the ids; they come with its answer.
    idOf: () => AnnotationId.parse(crypto.randomUUID()),
  }
  try {
    showSentence(article, foreseen(sentence, verdict, occasion, draft))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return notify(sayFailure(error.message), { tone: 'bad' })
  }
  announce(say('adjudication.decided-now'))
  if (goOn) goToLeft()

  const { start, end } = sentence.range
  const key = `${article} ${start}`
  underWay.set(key, (underWay.get(key) ?? 0) + 1)
  const outcome = await send('adjudication.decide', { article, sentence: { start, end }, verdict, ...draft })
  const later = (underWay.get(key) ?? 1) - 1
  underWay.set(key, later)
  if (!outcome.ok) {
    notify(outcome.failure.message, { tone: 'bad' })
    return reloadDecisions()
  }
  own(outcome.value.seq)
  noteOwn(outcome.value.seq)
  if (later === 0) showSentence(article, outcome.value.sentence)
}

/** Those whose labels can be taken, in the order of their keys. */
export const takeable = ({ statements }: SentenceToDecide): readonly Statement[] =>
  statements.filter(isAnswer)

/** Takes the labels of one of them, by its place from 0. */
export function take(place: number): void {
  const sentence = current()
  const statement = sentence && takeable(sentence)[place]
  if (statement) void decide({ choice: 'take', annotator: statement.annotator })
}

/**
 * Gives a label of one's own. One that excludes others is all that the sentence has then; one that does not is added to
 * what it has, or taken away again, and the person stays.
 */
export function giveOwn(label: Label): void {
  const sentence = current()
  if (!sentence) return
  const alone = [{ label: label.id, note: '', attributes: {} }]
  if (label.exclusive) return void decide({ choice: 'own', labels: alone })
  const others = sentence.gold.annotations
    .filter(one => one.label !== label.id)
    .map(({ label, note, attributes }) => ({ label, note, attributes }))
  const has = sentence.gold.annotations.some(one => one.label === label.id)
  const labels = has ? others : [...others, ...alone]
  void decide(labels.length === 0 ? { choice: 'none' } : { choice: 'own', labels }, false)
}

export const giveNone = (): void => void decide({ choice: 'none' })

export function giveBoth(): void {
  const sentence = current()
  if (sentence && canBeBoth(sentence)) void decide({ choice: 'both', annotators: null })
}

/** Whether there are two answers that could stand beside each other. */
export const canBeBoth = (sentence: SentenceToDecide): boolean => takeable(sentence).length > 1

export const letStand = (): void => void decide({ choice: 'stand' })

export const canStand = (): boolean => Boolean(current()?.decision)

/** Says the cause; of a sentence that is decided it is written at once. */
export function setCause(cause: DecisionCause): void {
  const now = deciding()
  if (!now) return
  sayWhy({ cause: now.draft.cause === cause ? '' : cause })
  keepWhy()
}

/** Writes cause and reason where the sentence is decided, on the ground of today, and they are others than before. */
export function keepWhy(): void {
  const now = deciding()
  const decision = now && currentSentence(now)?.decision
  if (!now || !decision) return
  const { cause, reason } = now.draft
  if (decision.cause !== cause || decision.reason !== reason) void decide({ choice: 'stand' }, false)
}

/** Goes a sentence on or back, in the order of the person. */
export function step(by: 1 | -1): void {
  const now = deciding()
  if (!now) return
  const next = now.order[now.order.indexOf(now.current ?? -1) + by]
  if (next !== undefined) goAndTell(next)
}

/** Goes to the next sentence that is left, from the current one on and round; stays where none is. */
function goToLeft(): void {
  const now = deciding()
  if (!now) return
  const next = nextLeft(now)
  if (next === undefined) announce(say('adjudication.article-done'))
  else goAndTell(next)
}

function nextLeft({ adjudication, order, current }: Deciding): number | undefined {
  const left = new Set(adjudication.sentences.filter(isLeft).map(one => one.sentence))
  const place = order.indexOf(current ?? -1)
  return [...order.slice(place + 1), ...order.slice(0, place)].find(sentence => left.has(sentence))
}

function goAndTell(sentence: number): void {
  goTo(sentence)
  const now = deciding()
  const there = now && currentSentence(now)
  if (!there) return
  const text = now.adjudication.text.slice(there.range.start, there.range.end)
  announce(say('adjudication.at', { number: sentence + 1, text }))
}

/** Goes to the article before or after the open one in the queue. */
export function stepArticle(by: 1 | -1): void {
  const articles = useAdjudication.getState().queue?.articles ?? []
  const open = deciding()?.adjudication.article.id
  const next = articles[articles.findIndex(one => one.article === open) + by]
  if (next) void openDecisions(next.article)
}

/** Decides in the open article all on which everybody agrees. */
export async function takeAgreed(): Promise<void> {
  const article = deciding()?.adjudication.article.id
  if (!article) return
  const job = crypto.randomUUID()
  const outcome = await send('adjudication.by-rule', { rule: { kind: 'agreed' }, article, job })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  const { decided } = outcome.value
  notify(say('adjudication.ruled', { count: decided, articles: 1 }), { undo: decided > 0 })
  await Promise.all([reloadDecisions(), refreshQueue()])
}

/** What a chord does that is no command: digits take, letters of the codebook give a label. */
export function decidingKey(chord: string): (() => void) | undefined {
  if (!deciding()) return undefined
  if (/^[1-9]$/.test(chord)) return () => take(Number(chord) - 1)
  const label = activeLabels().find(({ key }) => key !== '' && key === chord)
  return label && (() => giveOwn(label))
}

function current(): SentenceToDecide | undefined {
  const now = deciding()
  return now && currentSentence(now)
}
