type Answer = (request: Request) => Response | Promise<Response>

/** Whether a host's name leads to this machine and to no other. */
export const isThisMachine = (host: string) => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host)

/** Answers only who asks this machine by its own name; others get 421, for what they asked is not here. */
export function onlyAsThisMachine(answer: Answer): Answer {
  return (request) => {
    if (isThisMachine(new URL(request.url).hostname)) return answer(request)
    return new Response('This server is not known by that name.', { status: 421 })
  }
}
