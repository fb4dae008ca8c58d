import type { Catalogue } from '../catalogue.ts'
import assign from './assign.json'
import codebook from './codebook.json'
import finding from './finding.json'
import format from './format.json'
import inspector from './inspector.json'
import keys from './keys.json'
import library from './library.json'
import palette from './palette.json'
import reader from './reader.json'
import register from './register.json'
import search from './search.json'
import settings from './settings.json'
import shell from './shell.json'
import team from './team.json'
import tour from './tour.json'
import transfer from './transfer.json'
import ui from './ui.json'

export default {
  ...codebook,
  ...finding,
  ...inspector,
  ...library,
  ...reader,
  ...register,
  ...search,
  ...settings,
  ...shell,
  ...transfer,
  ...format,
  ...ui,
  ...palette,
  ...keys,
  ...tour,
  ...team,
  ...assign,
} satisfies Catalogue
