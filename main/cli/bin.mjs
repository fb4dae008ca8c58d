#!/usr/bin/env node
// `npx assay`: runs the command line from the sources, which needs the Node of this checkout's devDependencies
// where the system's is older. Kept in JavaScript that every Node can read.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./assay.ts')
} else {
  const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(checkout, 'node_modules', 'node', 'bin', name)
  if (existsSync(node)) {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    // Who ends this process means the one that works: it lets go of its project first.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', status => {
      process.exitCode = status ?? 1
    })
  } else {
    console.error(
      `assay: needs Node 22.18 or later and found ${process.versions.node}; run \`npm ci\` in the checkout.`,
    )
    process.exitCode = 1
  }
}
