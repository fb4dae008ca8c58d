import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { readAgain, readsAgain, useToReadAgain } from '../team/second-reading.ts'
import { Button } from '../ui/button.tsx'

/** Says that articles were dealt to the person again, and leads to them. Nothing where none were, or they are read now. */
export function ToReadAgain() {
  const session = useSession(state => state.session)
  const again = useToReadAgain()
  if (!again || again.articles === 0 || readsAgain(session)) return null
  return (
    <div className="library-again">
      <p>{say('library.again', { articles: again.articles })}</p>
      <Button onPress={() => void readAgain(true)}>{say('library.read-again')}</Button>
    </div>
  )
}
