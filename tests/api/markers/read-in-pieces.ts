import { type MarkerEvent, MarkerParser } from '../../../api/markers/marker-parser.ts'

export type Outcome = Exclude<MarkerEvent, { type: 'text' }>
export type Reading = { prose: string; outcomes: Outcome[] }

export function readInPieces(pieces: Iterable<string>): Reading {
  const parser = new MarkerParser()
  const events: MarkerEvent[] = []
  for (const piece of pieces) for (const event of parser.push(piece)) events.push(event)
  for (const event of parser.end()) events.push(event)
  return { prose: proseOf(events), outcomes: events.filter((event) => event.type !== 'text') }
}

export function proseOf(events: MarkerEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.delta : '')).join('')
}

/** The single UTF-16 units of a reply, halves of surrogate pairs included. */
export function units(reply: string): string[] {
  return reply.split('')
}

/** The reply cut at each of the given places, in whatever order they come. */
export function cutAt(reply: string, places: number[]): string[] {
  const edges = [0, ...places.filter((place) => place < reply.length).sort((a, b) => a - b), reply.length]
  return edges.slice(1).map((edge, index) => reply.slice(edges[index], edge))
}

/** The reply as it comes over the wire: its UTF-8 bytes in runs of `size`, decoded as they arrive. */
export function decodedBytes(reply: string, size: number): string[] {
  const bytes = new TextEncoder().encode(reply)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += size)
    pieces.push(decoder.decode(bytes.slice(at, at + size), { stream: true }))
  return [...pieces, decoder.decode()]
}
