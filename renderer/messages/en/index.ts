import about from './about.json'
import adjudication from './adjudication.json'
import agreement from './agreement.json'
import assign from './assign.json'
import codebook from './codebook.json'
import finding from './finding.json'
import format from './format.json'
import inspector from './inspector.json'
import keys from './keys.json'
import library from './library.json'
import palette from './palette.json'
import protection from './protection.json'
import reader from './reader.json'
import recovery from './recovery.json'
import register from './register.json'
import search from './search.json'
import settings from './settings.json'
import shell from './shell.json'
import team from './team.json'
import tour from './tour.json'
import transfer from './transfer.json'
import ui from './ui.json'

/** English, of which the others are translations. */
export default {
  ...about,
  ...adjudication,
  ...agreement,
  ...codebook,
  ...finding,
  ...inspector,
  ...library,
  ...reader,
  ...recovery,
  ...protection,
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
} as const
