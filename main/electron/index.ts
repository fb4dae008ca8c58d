/** Electron's main process: puts a window on the application, and nothing more. */
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron'
import { isExchangeFile } from '#app/exchange/file-name'
import { toFailure } from '#app/failure'
import { Application } from '#main/services/application'
import { dataFolder } from '#main/services/folders'
import { reportFault } from '#main/services/outcome'
import { firstProject } from '#main/services/sample'
import { answering } from '#main/services/services'
import { answerCalls } from './calls.ts'
import { EVENT } from './channels.ts'
import { confinePages, denyPermissions } from './confine.ts'
import { electronHost } from './host.ts'
import { setMenu } from './menu.ts'
import { fileIn } from './opened-file.ts'
import { announceProtocol, servePages } from './pages.ts'
import { openMainWindow } from './window.ts'
import { failureWords, speak, word } from './words.ts'

const folder = dataFolder()
app.setPath('userData', folder)

let window: BrowserWindow | undefined
/** Until it is closed. */
let application: Application | undefined
let isClosing = false
/** A file that the system asked for before the application was ready. */
let asked = fileIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())

if (app.requestSingleInstanceLock()) {
  announceProtocol()
  confinePages()
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(path)
  })
  app.on('second-instance', (_, words, from) => {
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
    const path = fileIn(words.slice(1), from)
    if (path) void open(path)
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    if (!application) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void application
      .close()
      .catch(reportFault)
      .finally(() => {
        application = undefined
        app.quit()
      })
  })
  app
    .whenReady()
    .then(start)
    .catch(error => {
      dialog.showErrorBox(word('cannot-start'), failureWords(toFailure(error, reportFault).message))
      app.quit()
    })
} else {
  app.quit()
}

async function start(): Promise<void> {
  denyPermissions(session.defaultSession)
  servePages(session.defaultSession)
  // What stands against a start is said in the system's language, for nobody's choice has been read.
  await speak('system')
  const started = new Application(electronHost, folder)
  await speak(started.settings.preferences.language)
  started.listen(event => {
    window?.webContents.send(EVENT, event)
    if (event.name === 'session') void showSession().catch(reportFault)
  })
  answerCalls(answering(started))
  // Nobody is at the computer any more.
  powerMonitor.on('lock-screen', () => started.leave())
  powerMonitor.on('suspend', () => started.leave())
  const first = asked && !isExchangeFile(asked) ? asked : await firstProject(started)
  application = started
  await open(asked && !isExchangeFile(asked) ? asked : first)
  if (asked && isExchangeFile(asked)) await open(asked)
  window = openMainWindow(folder)
  window.once('closed', () => {
    window = undefined
  })
  await showSession()
}

/** Opens a project, or hands a file for it to the window; what stands against it is said in a dialog. */
async function open(path: string): Promise<void> {
  if (!application) {
    asked = path
    return
  }
  // The window saves first what is not saved yet.
  if (window && !window.webContents.isLoading() && !isExchangeFile(path))
    return application.emit('command', { command: 'open-project', path })
  try {
    await (isExchangeFile(path) ? application.hand(path) : application.openOrTell(path))
  } catch (error) {
    dialog.showErrorBox(
      word(isExchangeFile(path) ? 'cannot-merge' : 'cannot-open'),
      failureWords(toFailure(error, reportFault).message),
    )
  }
}

/** Shows the project in the title, and the menu with its recent projects in the language that the person chose. */
async function showSession(): Promise<void> {
  await speak(application?.settings.preferences.language ?? 'system')
  if (!application) return
  const { project, recent } = application.session()
  window?.setTitle(project ? `${project.project.name} – Assay` : 'Assay')
  setMenu(recent, {
    command: command => application?.emit('command', { command }),
    open: path => void open(path),
  })
}
