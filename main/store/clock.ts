/**
 * Revisions: a hybrid logical clock (Kulkarni et al. 2014), the annotator and the session of work, as text that sorts
 * in their order: 12 hexadecimal digits of milliseconds, 4 of a counter, the annotator's id, 12 digits of the session.
 * A revision is always later than all that the project has seen, even where the computer's clock was set back. Every
 * opening of a project is a session of its own, so that no two copies of a project file make the same revision.
 */
import { randomBytes } from 'node:crypto'
import type { AnnotatorId } from '#app/model/ids'

const COUNTER_LIMIT = 0xffff

/**
 * The revision after `last`.
 *
 * @param last the latest revision in the project; undefined where there is none
 * @param now milliseconds since 1970
 * @param session see `newSession`
 */
export function nextRevision(
  last: string | undefined,
  now: number,
  by: AnnotatorId,
  session: string,
): string {
  const [lastTime, lastCounter] = last ? [hex(last.slice(0, 12)), hex(last.slice(13, 17))] : [0, 0]
  if (!last || now > lastTime) return revision(now, 0, by, session)
  return lastCounter < COUNTER_LIMIT
    ? revision(lastTime, lastCounter + 1, by, session)
    : revision(lastTime + 1, 0, by, session)
}

const hex = (digits: string): number => Number.parseInt(digits, 16)

const revision = (time: number, counter: number, by: AnnotatorId, session: string): string =>
  `${time.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${by}-${session}`

/** What no other opening of any project bears. */
export const newSession = (): string => randomBytes(6).toString('hex')
