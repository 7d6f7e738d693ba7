/** What one candidate may use. */
export interface Limits {
  /** Seconds by the clock. */
  readonly seconds: number
  /** Seconds of processor time of one process. */
  readonly cpuSeconds: number
  /** MiB of addresses of one process, and MiB held by all its processes together. */
  readonly memoryMb: number
  /** Processes and threads at once. */
  readonly processes: number
  /** KiB that may be printed before the candidate is ended. */
  readonly outputKb: number
  /** KiB that are kept of the beginning of what is printed, and as many of the end. */
  readonly keptKb: number
  /** MiB of the throw-away folder, and of any one file. */
  readonly folderMb: number
}

/** 120 seconds is what the benchmark's own harness gives a candidate. */
export const defaultLimits: Limits = {
  seconds: 120,
  cpuSeconds: 120,
  memoryMb: 4_096,
  processes: 64,
  outputKb: 1_024,
  keptKb: 4,
  folderMb: 256
}
