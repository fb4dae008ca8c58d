import { MenuTrigger } from 'react-aria-components'
import { EVERYTHING } from '#app/formats/restriction'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { fetchOffered } from '../shell/download.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { useUnsaved } from '../shell/unsaved.ts'
import { Button } from '../ui/button.tsx'
import { ExportIcon, ImportIcon } from '../ui/icons.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { readFile } from './codebook-store.ts'

/** The formats in which a codebook goes out, by their ids among all formats. */
const FORMATS = ['codebook', 'qdc', 'codebook-html'] as const

/** The ways out of and into the codebook. */
export function CodebookTools() {
  const changed = useUnsaved(state => state.isChanged)
  return (
    <div className="codebook-tools">
      <MenuTrigger>
        <Button>
          <ExportIcon />
          {say('codebook.export')}
        </Button>
        <Popover name={say('codebook.export')}>
          <Menu name={say('codebook.export')}>
            {FORMATS.map(format => (
              <MenuItem key={format} onAction={() => void write(format)}>
                {say(`codebook.format-${format}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button disabled={changed} hint={say('codebook.import-hint')} onPress={chooseFile}>
        <ImportIcon />
        {say('codebook.import')}
      </Button>
    </div>
  )
}

/** Writes the codebook as it is saved. In a browser the file is then downloaded. */
async function write(format: (typeof FORMATS)[number]): Promise<void> {
  await settled()
  const outcome = await call('export.write', { format, restriction: EVERYTHING, job: crypto.randomUUID() })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  if (!outcome.value) return
  fetchOffered(outcome.value)
  notify(say('codebook.exported', { name: outcome.value.fileName }))
}

function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,.qdc'
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void readFile(file)
  })
  input.click()
}
