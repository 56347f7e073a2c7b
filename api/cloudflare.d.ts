/** What the Worker uses of its platform; the whole of its types would replace the browser's and Bun's. */
declare module 'cloudflare:workers' {
  export const env: Omit<Record<string, string | undefined>, 'HYPERDRIVE' | 'ASSETS'> & {
    HYPERDRIVE: { connectionString: string }
    ASSETS: { fetch(request: Request): Promise<Response> }
  }
  export function waitUntil(work: Promise<unknown>): void
}
