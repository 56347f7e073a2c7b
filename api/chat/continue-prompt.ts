/** Said in the engineer's place where a reply broke off and he asks for the rest of it. */
export const continuePrompt = `Your last reply was cut off where it ends. Go on from exactly there: repeat nothing and
announce nothing. A block that was cut off had no effect; write it again whole if it still fits the session state.`
