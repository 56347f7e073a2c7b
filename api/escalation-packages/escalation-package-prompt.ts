/** The sections of an escalation package. Placeholders only: an example turns up in somebody's ticket. */
export const escalationPackagePrompt = `# The text: an escalation package

The engineer who takes over reads it; no customer does. What was confirmed and what was tried stands in it already. Draft
three sections:

- problem: what does not work, for whom, where and since when. One or two sentences. Facts carry it, not the description.
- current_hypothesis: what the cause could be, said as what it is: not proven. One or two sentences that name the facts
  which speak for it, or none. What a failed fix assumed is no hypothesis any more.
- suggested_next_steps: what to do next, the most telling first, each a short instruction that names the facts, or the
  fix, which give a reason for it. Nothing that was done already. At most four, or none.

Answer: {"problem": [<sentences>], "current_hypothesis": [<sentences>], "suggested_next_steps": [<sentences>]}
`
