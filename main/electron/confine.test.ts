import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { confinePages, denyPermissions } from './confine.ts'
import { BrowserWindow, Happening, session } from './test/electron-double.ts'

confinePages()
const page = new BrowserWindow({}).webContents

function happens(event: string, url: string): Happening {
  const happening = new Happening(url)
  page.emit(event, happening)
  return happening
}

test.each([
  'https://example.org/',
  'file:///etc/passwd',
  'assay://other/',
  'data:text/html,x',
  'javascript:1',
])('a page does not go to %s', url => {
  expect(happens('will-navigate', url).defaultPrevented).toBe(true)
})

test('a page may be loaded anew', () => {
  expect(happens('will-navigate', 'assay://app/index.html').defaultPrevented).toBe(false)
})

test('a page is not sent elsewhere', () => {
  expect(happens('will-redirect', 'assay://app/index.html').defaultPrevented).toBe(true)
})

test('a page opens no window, not even of ours', () => {
  expect(page.openHandler?.({ url: 'assay://app/index.html' })).toEqual({ action: 'deny' })
})

test('a page holds no other page', () => {
  expect(happens('will-attach-webview', 'assay://app/index.html').defaultPrevented).toBe(true)
})

test('a page gets no permission, whether it asks or only looks', () => {
  // The double has of a session what is asked of it here.
  denyPermissions(session.defaultSession as unknown as Session)
  const { request, check, device } = session.defaultSession.asks as Record<
    string,
    (...words: unknown[]) => unknown
  >
  const answers: boolean[] = []
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem']) {
    request?.(page, permission, (granted: boolean) => answers.push(granted))
    expect(check?.(page, permission)).toBe(false)
  }
  expect(answers).toEqual([false, false, false, false, false])
  expect(device?.({ deviceType: 'usb' })).toBe(false)
})
