import { resolve } from 'node:path'
import { Refusal } from '#app/failure'
import { startBrowserHost } from '#main/browser/server'
import { showWindow, untilStopped } from '#main/browser/window'
import { dataFolder } from '#main/services/folders'
import { type Command, optionOf, word } from '../command.ts'

export const serve: Command = {
  name: 'serve',
  usage: 'P.assay [--port N] [--no-open]',
  summary: 'opens a project in a browser window; prints its address',
  words: [1, 1],
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  async run(call) {
    const port = Number(optionOf(call, 'port') ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Refusal('invalid-input', '--port takes a number from 1 to 65535.')
    const folder = dataFolder()
    const host = await startBrowserHost({ folder, port })
    try {
      await host.application.openOrTell(resolve(word(call, 0)))
      console.log(host.url)
      const window = call.options['no-open'] ? undefined : showWindow(host.url, folder)
      await untilStopped(window)
    } finally {
      await host.close()
    }
    return true
  },
}
