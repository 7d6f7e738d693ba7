import { defineConfig } from 'vite'

/** The pages, built into dist/web, from where the server hands them out. */
// Vite looks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Data addresses are no scripts, yet the fewer exceptions the content policy needs, the better.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onLog: (level, log, tell) => {
        // 'use client' means nothing here: there is no server that renders.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log)
      }
    }
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:7420', '/session': 'http://127.0.0.1:7420' } }
})
