import { MenuTrigger } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { BulkItems } from './bulk-items.tsx'
import { useLibrary } from './library-store.ts'
import { chooseAll, chooseNone, chosenCount, useChosen } from './selection-store.ts'

/** How many articles are chosen, and what can be done to them. */
export function SelectionBar() {
  const total = useLibrary(state => state.total)
  const chosen = useChosen(state => state.chosen)
  const count = chosenCount(chosen, total)
  if (count === 0) return null
  return (
    <fieldset className="selection-bar" aria-label={say('library.selection')}>
      <span className="selection-count">{say('library.count-chosen', { count })}</span>
      {count < (total ?? 0) && (
        <Button kind="quiet" onPress={chooseAll}>
          {say('library.all')}
        </Button>
      )}
      <MenuTrigger>
        <Button kind="primary">{say('library.actions')}</Button>
        <Popover placement="top end" name={say('library.actions')}>
          <Menu name={say('library.actions')}>
            <BulkItems />
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button kind="quiet" name={say('library.choose-none')} onPress={chooseNone}>
        <CloseIcon />
      </Button>
    </fieldset>
  )
}
