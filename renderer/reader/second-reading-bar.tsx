import './second-reading-bar.css'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { readAgain, readsAgain } from '../team/second-reading.ts'
import { Button } from '../ui/button.tsx'

/** Says, above whatever is read, that it is a second reading, and leads out of it. */
export function SecondReadingBar() {
  const session = useSession(state => state.session)
  if (!readsAgain(session)) return null
  return (
    <section className="second-reading" aria-label={say('reader.second-reading')}>
      <p>
        <strong>{say('reader.second-reading')}</strong> {say('reader.second-reading-says')}
      </p>
      <Button onPress={() => void readAgain(false)}>{say('reader.end-second-reading')}</Button>
    </section>
  )
}
