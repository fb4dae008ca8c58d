import { useAnnouncer } from './announcer.ts'

/** What was announced last. Two places take turns, so that the same words are read again when they are said again. */
export function Announcer() {
  const { text, turn } = useAnnouncer()
  return (
    // By this mark React Aria leaves it be while a dialog hides the rest of the page.
    <div className="hidden" data-live-announcer="true">
      <div aria-live="polite">{turn % 2 === 0 && text}</div>
      <div aria-live="polite">{turn % 2 === 1 && text}</div>
    </div>
  )
}
