/**
 * A double of the `electron` module: as much of it as main/electron asks of. It shows nothing; it keeps what it was
 * asked, and a test plays the system: it closes windows, answers dialogs, says what the pages do. Vitest puts it
 * in the place of `electron` (vitest.config.ts), and pack.test.ts beside the packed application.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'

/** Something that a listener may prevent. */
export class Happening {
  defaultPrevented = false
  readonly url: string

  constructor(url = '') {
    this.url = url
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

type Handler = (...words: never[]) => unknown

class App extends EventEmitter {
  isPackaged = false
  readonly name = 'Assay'
  /** The languages of the system, the most wanted first. */
  languages: string[] = ['en-US']
  /** Whether this is the first instance. */
  lockIsFree = true
  isQuitting = false
  hasQuit = false
  readonly paths: Record<string, string> = { documents: '/documents' }
  readonly #ready = Promise.withResolvers<void>()

  getPreferredSystemLanguages = (): string[] => this.languages
  requestSingleInstanceLock = (): boolean => this.lockIsFree
  whenReady = (): Promise<void> => this.#ready.promise
  becomeReady = (): void => this.#ready.resolve()
  getPath = (name: string): string => this.paths[name] ?? ''

  setPath(name: string, path: string): void {
    this.paths[name] = path
  }

  /** As Electron: closes the windows first, and does not say then that all are closed. */
  quit(): void {
    this.isQuitting = true
    for (const window of BrowserWindow.getAllWindows()) window.close()
    const leaving = new Happening()
    this.emit('will-quit', leaving)
    if (leaving.defaultPrevented || this.hasQuit) return
    this.hasQuit = true
    this.emit('quit')
  }
}

export const app = new App()

class WebContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly message: unknown }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined

  /** A page comes when the test says so. */
  loading = true
  isLoading = (): boolean => this.loading

  reloaded = 0
  reload = (): void => void this.reloaded++

  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message })
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
}

interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly title?: string
  readonly show?: boolean
  readonly icon?: string
  readonly webPreferences?: Readonly<Record<string, unknown>>
}

export class BrowserWindow extends EventEmitter {
  static #open: BrowserWindow[] = []
  static getAllWindows = (): BrowserWindow[] => [...BrowserWindow.#open]

  readonly options: WindowOptions
  title: string
  url = ''
  shown = 0
  focused = 0
  minimized = false
  maximized = false
  bounds: { x: number; y: number; width: number; height: number }
  readonly #contents = new WebContents()

  constructor(options: WindowOptions) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.options = options
    this.title = options.title ?? ''
    this.bounds = { x, y, width, height }
    BrowserWindow.#open.push(this)
    app.emit('web-contents-created', {}, this.#contents)
  }

  /** As Electron: of a window that is gone, nothing can be had. */
  get webContents(): WebContents {
    this.#assertThere()
    return this.#contents
  }

  async loadURL(url: string): Promise<void> {
    this.url = url
  }
  setTitle(title: string): void {
    this.#assertThere()
    this.title = title
  }
  show(): void {
    this.#assertThere()
    this.shown++
  }
  focus(): void {
    this.focused++
  }
  restore(): void {
    this.minimized = false
  }
  maximize(): void {
    this.maximized = true
  }
  isMinimized = (): boolean => this.minimized
  isMaximized = (): boolean => this.maximized
  getNormalBounds = () => this.bounds

  close(): void {
    this.emit('close', new Happening())
    BrowserWindow.#open = BrowserWindow.#open.filter(one => one !== this)
    this.emit('closed')
    if (BrowserWindow.#open.length === 0 && !app.isQuitting) app.emit('window-all-closed')
  }

  #assertThere(): void {
    if (!BrowserWindow.#open.includes(this)) throw new TypeError('Object has been destroyed')
  }
}

interface DialogOptions {
  readonly title?: string
  readonly defaultPath?: string
  readonly properties?: readonly string[]
}

/** A person in front of the dialogs: `choice` is the path that they choose; without one they dismiss it. */
export const dialog = {
  choice: undefined as string | undefined,
  asked: [] as DialogOptions[],
  errors: [] as { readonly title: string; readonly message: string }[],

  async showOpenDialog(_window: BrowserWindow, options: DialogOptions) {
    dialog.asked.push(options)
    return { canceled: dialog.choice === undefined, filePaths: dialog.choice ? [dialog.choice] : [] }
  },
  async showSaveDialog(_window: BrowserWindow, options: DialogOptions) {
    dialog.asked.push(options)
    return { canceled: dialog.choice === undefined, filePath: dialog.choice ?? '' }
  },
  showMessageBoxSync(
    _window: BrowserWindow,
    options: DialogOptions & { buttons: readonly string[] },
  ): number {
    dialog.asked.push(options)
    return options.buttons.indexOf(dialog.choice ?? options.buttons[0] ?? '')
  },
  showErrorBox(title: string, message: string): void {
    dialog.errors.push({ title, message })
  },
}

class Session {
  pages: ((request: { readonly url: string }) => Response | Promise<Response>) | undefined
  readonly asks: Record<string, Handler> = {}
  readonly protocol = {
    handle: (_scheme: string, handler: NonNullable<Session['pages']>): void => {
      this.pages = handler
    },
  }

  setPermissionRequestHandler(handler: Handler): void {
    this.asks.request = handler
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.asks.check = handler
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.asks.device = handler
  }
}

export const session = { defaultSession: new Session() }

export const protocol = {
  schemes: [] as { readonly scheme: string; readonly privileges: object }[],
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string; readonly privileges: object }[]) {
    protocol.schemes.push(...schemes)
  },
}

/** A frame of a page, as main sees the sender of a call. */
export interface Frame {
  readonly url: string
  readonly parent: Frame | null
}

type CallHandler = (event: { senderFrame: Frame | null }, ...words: unknown[]) => unknown

export const ipcMain = {
  handlers: new Map<string, CallHandler>(),
  handle(channel: string, handler: CallHandler): void {
    ipcMain.handlers.set(channel, handler)
  },
}

/** The pages' end of the channels: what a page invokes comes to main as from this frame. */
class IpcRenderer extends EventEmitter {
  frame: Frame | null = { url: 'assay://app/index.html', parent: null }

  async invoke(channel: string, ...words: unknown[]): Promise<unknown> {
    const handler = ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler({ senderFrame: this.frame }, ...structuredClone(words))
  }
}

export const ipcRenderer = new IpcRenderer()

export const contextBridge = {
  exposed: {} as Record<string, unknown>,
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed[name] = value
  },
}

export interface MenuItem {
  readonly label?: string
  readonly type?: string
  readonly role?: string
  readonly enabled?: boolean
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: readonly MenuItem[]
}

export const Menu = {
  shown: [] as readonly MenuItem[],
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu(menu: readonly MenuItem[]): void {
    Menu.shown = menu
  },
}

/** The system: what it was asked to open. */
export const shell = {
  opened: [] as string[],
  async openExternal(address: string): Promise<void> {
    shell.opened.push(address)
  },
}

/** Says that the screen was locked, or that the computer goes to sleep. */
export const powerMonitor = new EventEmitter()

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  getAllDisplays: () => screen.displays,
}

/** A utility process: one of Node's, whose messages go as Electron's do. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string, execArgv: string[]) {
    super()
    this.#child = fork(file, [], {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', message => this.emit('message', message))
    this.#child.on('exit', code => this.emit('exit', code))
  }

  postMessage = (message: object): void => {
    this.#child.send(message)
  }

  kill = (): boolean => this.#child.kill()
}

export const utilityProcess = {
  started: 0,
  fork(file: string, _words: string[], { execArgv }: { readonly execArgv: string[] }): UtilityProcess {
    utilityProcess.started++
    return new UtilityProcess(file, execArgv)
  },
}

/** The key store of the system, which seals with a secret of its own until it forgets it. */
class SafeStorage {
  available = true
  backend = 'gnome_libsecret'
  #secret = randomBytes(32)

  isAsyncEncryptionAvailable = async (): Promise<boolean> => this.available
  getSelectedStorageBackend = (): string => this.backend

  async encryptStringAsync(plain: string): Promise<Buffer> {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce)
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  }

  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const decipher = createDecipheriv('aes-256-gcm', this.#secret, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const result = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString(
      'utf8',
    )
    return { result, shouldReEncrypt: false }
  }

  forget(): void {
    this.#secret = randomBytes(32)
  }

  reset(): void {
    this.available = true
    this.backend = 'gnome_libsecret'
  }
}

export const safeStorage = new SafeStorage()
