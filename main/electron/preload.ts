/** Puts the contract, and nothing else, at the renderer's disposal. Runs sandboxed. */
import { contextBridge, ipcRenderer } from 'electron'
import type { AnyEvent, Door } from '#app/contract'
import { CALL, EVENT } from './channels.ts'

const door: Door = {
  call: (name, input, work) => ipcRenderer.invoke(CALL, name, input, work),
  listen(listener) {
    const hear = (_: unknown, event: AnyEvent) => listener(event)
    ipcRenderer.on(EVENT, hear)
    return () => ipcRenderer.removeListener(EVENT, hear)
  },
}

contextBridge.exposeInMainWorld('assay', door)
