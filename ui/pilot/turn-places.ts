import { nextHidden, untilSeen } from './connectivity.ts'

/** A place for one line of a reply. It is to be freed; it is lost when nobody sees the page, or it is another's turn. */
export type Place = { lost: AbortSignal; free: () => void }

/** All tabs of a browser share these: with the line of changes, HTTP/1.1 leaves two lines for what is asked meanwhile. */
const PLACES = [1, 2, 3].map((number) => `flowpilot:turn-line-${number}`)
/** Milliseconds for which a place is kept where others wait for one. */
const EACH = 1_500

/** Waits until somebody sees the page and a place is free. Rejects on the signal. */
export async function takePlace(signal: AbortSignal): Promise<Place> {
  for (;;) {
    await untilSeen(signal)
    const place = await hold(AbortSignal.any([signal, nextHidden()]))
    if (place) return place
  }
}

/** A place that is free now, if there is one and somebody sees the page. */
export const takeFreePlace = async (): Promise<Place | undefined> =>
  document.visibilityState === 'visible' ? hold() : undefined

/** Takes the first place that is free until `asking` aborts or, without it, now. */
async function hold(asking?: AbortSignal): Promise<Place | undefined> {
  const given = new AbortController()
  const lost = AbortSignal.any([given.signal, nextHidden()])
  const place = { lost, free: () => given.abort() }
  // A browser without locks, as over plain http, does not share.
  if (!navigator.locks) return place
  const over = new Promise<void>((resolve) => given.signal.addEventListener('abort', () => resolve()))
  const others = new AbortController()
  const options = asking ? { signal: AbortSignal.any([asking, others.signal]) } : { ifAvailable: true }
  const isTaken = await new Promise<boolean>((resolve) => {
    let taken = false
    const take = async (lock: Lock | null) => {
      if (!lock || taken) return
      taken = true
      resolve(true)
      others.abort()
      await over
    }
    const asked = PLACES.map((name) => navigator.locks.request(name, options, take).catch(() => {}))
    void Promise.all(asked).then(() => resolve(taken))
  })
  if (isTaken) giveWay(place, given.signal)
  return isTaken ? place : undefined
}

function giveWay({ free }: Place, given: AbortSignal) {
  const timer = setInterval(async () => {
    const { pending } = await navigator.locks.query()
    if (pending?.some(({ name }) => PLACES.includes(name ?? ''))) free()
  }, EACH)
  given.addEventListener('abort', () => clearInterval(timer))
}
