import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Syntax } from './syntax.tsx'

/** A button that shows how to search. */
export function SyntaxHelp({ onTry }: { readonly onTry: (example: string) => void }) {
  return (
    <DialogTrigger>
      <Button onPress={NOTHING}>{say('search.help')}</Button>
      <Popover className="search-help" placement="bottom end">
        <Dialog className="search-help-dialog" aria-label={say('search.help')}>
          {({ close }) => (
            <>
              <Syntax
                onTry={example => {
                  onTry(example)
                  close()
                }}
              />
              <p className="search-help-pattern">{say('search.pattern-help')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The trigger around the button opens the popover. */
const NOTHING = (): void => {}
