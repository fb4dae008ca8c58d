/** `npm run icons`: draws resources/icons again from resources/icon.svg. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawIcons } from './icons.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const icons = await drawIcons(readFileSync(join(resources, 'icon.svg'), 'utf8'))
for (const [name, bytes] of icons) writeFileSync(join(resources, 'icons', name), bytes)
