import { createEffect, type JSX } from 'solid-js'
import { Brand } from '../shell/Brand.tsx'

/** The page around the sign-in, sign-up and invitation: one card in the middle. */
export function AuthFrame(props: { title: string; children: JSX.Element; below?: JSX.Element }) {
  createEffect(() => {
    document.title = `${props.title} · FlowPilot`
  })
  return (
    <main class="grid min-h-full place-items-center content-center gap-5 px-4 py-8">
      <Brand />
      <section class="grid gap-4 w-full max-w-95 p-6 rounded-lg border border-line bg-card">
        <h1 class="text-xl">{props.title}</h1>
        {props.children}
      </section>
      <p class="text-sm text-secondary">{props.below}</p>
    </main>
  )
}
