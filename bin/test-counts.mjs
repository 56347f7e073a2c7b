/** What a run of vitest says about itself, from its JSON reporter; a file that could not be loaded is one failure. */
export function vitestCounts(report) {
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** What a run of Playwright says about itself, from its JSON reporter; an error outside of any test is one failure. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/** A runner's counts, corrected by its exit code: it may never end badly and count no failure, nor run nothing. */
export function honest(counts, exit_code) {
  if (counts.failed > 0 || (exit_code === 0 && counts.passed > 0)) return counts
  return { ...counts, failed: 1 }
}
