/** What Electron's security checklist asks of every page: it goes nowhere, opens nothing, and may nothing. */
import { app, type Session } from 'electron'
import { isOwnPage } from './pages.ts'

export function confinePages(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', event => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
