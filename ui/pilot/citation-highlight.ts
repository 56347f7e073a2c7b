import { createSelector, createSignal, onCleanup } from 'solid-js'

export type CitationHighlight = ReturnType<typeof createCitationHighlight>

/** What a citation stands for, by its name: a fact (`F1`) or the fix. */
export const FIX = 'FIX'
export const nameOf = ({ ordinal }: { ordinal: number }) => `F${ordinal}`

/** Milliseconds for which a light stays on, so that the way to the next citation is not dark. */
const LINGER = 150

/** The one fact or fix of a session's page that a citation lights up: while it is pointed at, or until it is let go. */
export function createCitationHighlight() {
  const [pointed, setPointed] = createSignal<string>()
  const [kept, keep] = createSignal<string>()
  const [covered_to, coverTo] = createSignal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const lit = () => pointed() ?? kept()
  return {
    lit,
    isLit: createSelector(lit),
    /** Lights up while something points here; undefined when nothing does. */
    point(name: string | undefined): void {
      clearTimeout(timer)
      if (name === undefined) timer = setTimeout(() => setPointed(undefined), LINGER)
      else setPointed(name)
    },
    kept,
    /** Keeps this lit whatever else is pointed at in between; undefined lets go. */
    keep,
    /** How far down the window, in pixels, the lane is covered by what cites. */
    covered_to,
    coverTo,
  }
}
