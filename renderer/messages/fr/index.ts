import type { Catalogue } from '../catalogue.ts'
import codebook from './codebook.json'
import finding from './finding.json'
import inspector from './inspector.json'
import library from './library.json'
import reader from './reader.json'
import register from './register.json'
import search from './search.json'
import settings from './settings.json'
import shell from './shell.json'
import transfer from './transfer.json'

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
} satisfies Catalogue
