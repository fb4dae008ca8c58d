/** Remembers where in each article the person is, so that they come back to the same sentence. */
import type { ArticleId } from '#app/model/ids'
import { call } from '../door.ts'
import { reading, useReader } from './reader-store.ts'

/** Milliseconds for which one stays at a sentence before it is remembered. */
const STAYS = 800

interface Place {
  readonly article: ArticleId
  readonly position: number
}

/** Where one is and was not remembered to be yet. */
let unsaid: Place | undefined
let said: Place | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Begins to remember. No key waits for it. @returns a function that stops it */
export function rememberPosition(): () => void {
  const leave = () => {
    if (document.visibilityState === 'hidden') tell()
  }
  const off = useReader.subscribe(note)
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', tell)
  return () => {
    off()
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', tell)
  }
}

function note(): void {
  const place = placeNow()
  if (unsaid && unsaid.article !== place?.article) tell()
  if (!place) return
  clearTimeout(timer)
  const isSaid = place.article === said?.article && place.position === said.position
  // Who has gone on and come back is where they were.
  unsaid = isSaid ? undefined : place
  if (unsaid) timer = setTimeout(tell, STAYS)
}

function tell(): void {
  void leaveMark()
}

/** Has the place be remembered now: before the person is somebody else, who is elsewhere. */
export async function leaveMark(): Promise<void> {
  clearTimeout(timer)
  if (!unsaid) return
  said = unsaid
  unsaid = undefined
  // Nobody is told where this fails: it costs a person a moment of scrolling.
  await call('article.leave-mark', said)
}

function placeNow(): Place | undefined {
  const now = reading()
  const position = now?.sentences[now.current]?.start
  return now && position !== undefined ? { article: now.article.id, position } : undefined
}
