/** What showing something does to success, as a share from -1 to 1; nulls while nobody has measured. */
export interface Effect {
  readonly effect?: number | null
  readonly low?: number | null
  readonly high?: number | null
  readonly shown?: { readonly n: number; readonly passed: number } | null
  readonly withheld?: { readonly n: number; readonly passed: number } | null
  /** Task sessions on both sides. */
  readonly clusters?: { readonly shown: number; readonly withheld: number } | null
}
