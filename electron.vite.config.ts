import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { BESIDE, completeWorks, LICENCES } from './main/pack/shipped-works.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

const license = { fileName: LICENCES }

export default defineConfig({
  main: {
    // Its own way to threads declares a `require`, as the shims of electron-vite do: two in one chunk do not load.
    resolve: { alias: { fflate: 'fflate/browser' } },
    plugins: [completeWorks(import.meta.dirname, BESIDE)],
    build: {
      outDir: at('out/main'),
      license,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: at('main/electron/index.ts'),
          'jobs-thread': at('main/jobs-thread.ts'),
          'queries-thread': at('main/queries-thread.ts'),
          'files-thread': at('main/files-thread.ts'),
          'reader-thread': at('main/reader-thread.ts'),
          // On its own, so that a scorer can load it.
          segment: at('app/text/segmentation/segment.ts'),
        },
        external: ['electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers'],
        // Flat, so that every file finds its threads and the other rooms beside it (main/threads.ts).
        // Small, but with the names of functions and classes, so that what is reported of a fault can be read.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          minify: { mangle: { keepNames: true }, compress: true, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('main/electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), completeWorks(import.meta.dirname)],
    build: {
      outDir: at('out/renderer'),
      license,
      target: 'chrome140',
      rolldownOptions: { input: at('renderer/index.html'), output: { minify: true } },
    },
  },
})
