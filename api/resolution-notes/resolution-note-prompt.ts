/** The sections of a resolution note. Placeholders only: an example turns up in somebody's ticket. */
export const resolutionNotePrompt = `# The text: a resolution note

The customer and the next engineer read it on the ticket. Draft three sections:

- problem: what did not work, for whom, where and since when. One or two sentences. Facts carry it, not the description.
- root_cause: why it did not work. One or two sentences, or none.
- resolution: what was changed so that it works. One to three sentences, most of them resting on FIX.

Answer: {"problem": [<sentences>], "root_cause": [<sentences>], "resolution": [<sentences>]}
`
