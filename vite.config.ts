import { fileURLToPath } from 'node:url'
import unocss from 'unocss/vite'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two pages: the app, and the interface documentation that the server shows at /api/v1/docs. */
export default defineConfig({
  root: fromRoot('ui'),
  plugins: [unocss({ configFile: fromRoot('uno.config.ts') }), solid()],
  build: {
    outDir: fromRoot('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Assets inlined as data: URLs would need a wider content security policy than 'self'.
    assetsInlineLimit: 0,
    // The documentation's bundle is large and only its own page loads it.
    chunkSizeWarningLimit: 1_700,
    rolldownOptions: { input: { app: fromRoot('ui/index.html'), docs: fromRoot('ui/docs.html') } },
  },
  server: { host: '127.0.0.1', proxy: { '^/api/': { target: 'http://127.0.0.1:8787', changeOrigin: false } } },
})
