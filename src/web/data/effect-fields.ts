/** The measured effect of an insight as pages show it: with its interval and the counts behind it. */
export const effectFields = /* GraphQL */ `
  effect
  low
  high
  shown {
    n
    passed
  }
  withheld {
    n
    passed
  }
  clusters {
    shown
    withheld
  }
`
