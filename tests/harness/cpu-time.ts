/** The clock of a thread's processor time may tick no finer than this on a virtual machine. */
const coarsest_tick_ms = 10

/**
 * The milliseconds of processor time that `work` takes on this thread; what else the machine does is not in it. Repeats
 * the work for as long as it takes to be sure of its time within a tenth.
 */
export function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage()
  for (let runs = 1; ; runs++) {
    work()
    const { user, system } = process.threadCpuUsage(before)
    const taken_ms = (user + system) / 1000
    if (taken_ms >= 10 * coarsest_tick_ms) return taken_ms / runs
  }
}
