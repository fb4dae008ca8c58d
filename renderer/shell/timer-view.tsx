import { useEffect, useState } from 'react'
import { say } from '../messages/messages.ts'
import { usePreferences } from '../settings/preferences-store.ts'
import { isResting, pace, workedUntil } from './work-time.ts'
import { sentencesDone, useWorkTime } from './work-timer.ts'

/** Milliseconds between two looks at the clock. */
const TICK = 5_000

/** How long the person has been at work, and how fast; only where they want to know. */
export function Timer() {
  const wanted = usePreferences(({ timer }) => timer)
  return wanted ? <Time /> : null
}

function Time() {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), TICK)
    return () => clearInterval(clock)
  }, [])
  const time = useWorkTime.getState()
  const worked = workedUntil(time, now)
  const minutes = Math.floor(worked / 60_000)
  const speed = pace(sentencesDone(), worked)
  return (
    <div
      className="timer"
      role="timer"
      aria-label={say('shell.timer')}
      title={say('shell.timer-hint')}
      data-resting={isResting(time, now) || undefined}
    >
      {say('shell.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
      {speed !== null && ` · ${say('shell.pace', { count: speed })}`}
    </div>
  )
}
