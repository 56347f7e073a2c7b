import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import unocss from 'unocss/vite'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Writes beside every file what the server sends to a browser that takes it compressed (`api/http/files.ts`). Cloudflare
 * compresses by itself and is not given these.
 */
const compressed = (folder: string): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle() {
    await writeFile(join(folder, '.assetsignore'), '.*\n*.br\n*.gz\n')
    const files = await readdir(folder, { recursive: true })
    await Promise.all(
      files.filter((file) => /\.(js|css|html|svg)$/.test(file)).map((file) => compress(join(folder, file))),
    )
  },
})

async function compress(file: string) {
  const bytes = await readFile(file)
  // The best costs ten seconds for the documentation's bundle, and saves it a tenth.
  const quality = bytes.length > 500_000 ? 9 : 11
  const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  const forms = { br, gz: await promisify(gzip)(bytes, { level: 9 }) }
  for (const [extension, form] of Object.entries(forms)) {
    if (form.length < bytes.length) await writeFile(`${file}.${extension}`, form)
  }
}

const dist = fromRoot('dist')

/** Two pages: the app, and the interface documentation that the server shows at /api/v1/docs. */
export default defineConfig({
  root: fromRoot('ui'),
  plugins: [unocss({ configFile: fromRoot('uno.config.ts') }), solid(), compressed(dist)],
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2022',
    // Assets inlined as data: URLs would need a wider content security policy than 'self'.
    assetsInlineLimit: 0,
    // The documentation's bundle is large and only its own page loads it.
    chunkSizeWarningLimit: 1_700,
    rolldownOptions: {
      input: { app: fromRoot('ui/index.html'), docs: fromRoot('ui/docs.html') },
      // How long each plugin took is nothing to whoever starts FlowPilot.
      checks: { pluginTimings: false },
    },
  },
  server: { host: '127.0.0.1', proxy: { '^/api/': { target: 'http://127.0.0.1:8787', changeOrigin: false } } },
})
