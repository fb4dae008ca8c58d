import type { Theme } from '#app/model/preferences'
import { type Command, commandList } from '../commands/command.ts'
import { say } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { announce } from '../ui/announcer.ts'
import { prefer, preferences } from './preferences-store.ts'
import { TEXT_SIZE, textSizeStep } from './text-size.ts'

const everywhere = { where: 'everywhere' } as const

const themeCommand = (theme: Theme): Command => ({
  ...everywhere,
  id: `settings.theme-${theme}`,
  name: `settings.theme-to-${theme}`,
  keys: [],
  available: () => preferences().theme !== theme,
  run: () => void prefer({ theme }),
})

function resizeText(textSize: number): void {
  void prefer({ textSize })
  announce(say('settings.text-is', { value: textSize }))
}

/** How Assay looks and behaves. */
export const settingsCommands = commandList(
  {
    ...everywhere,
    id: 'settings.open',
    name: 'settings.title',
    keys: ['Mod+,'],
    inFields: true,
    run: () => openDialog('settings'),
  },
  {
    ...everywhere,
    id: 'settings.text-larger',
    name: 'settings.text-larger',
    keys: ['Mod+=', 'Mod++'],
    inFields: true,
    available: () => preferences().textSize < TEXT_SIZE.to,
    run: () => resizeText(textSizeStep(preferences().textSize, 1)),
  },
  {
    ...everywhere,
    id: 'settings.text-smaller',
    name: 'settings.text-smaller',
    keys: ['Mod+-'],
    inFields: true,
    available: () => preferences().textSize > TEXT_SIZE.from,
    run: () => resizeText(textSizeStep(preferences().textSize, -1)),
  },
  {
    ...everywhere,
    id: 'settings.text-usual',
    name: 'settings.text-usual',
    keys: ['Mod+0'],
    inFields: true,
    run: () => resizeText(TEXT_SIZE.usual),
  },
  themeCommand('system'),
  themeCommand('light'),
  themeCommand('dark'),
  themeCommand('contrast'),
  {
    ...everywhere,
    id: 'settings.timer',
    name: 'settings.toggle-timer',
    keys: [],
    run: () => void prefer({ timer: !preferences().timer }),
  },
)
