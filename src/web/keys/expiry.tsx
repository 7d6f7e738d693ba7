import { Select } from '../parts/field.js'

const days = [
  ['', 'Never'],
  ['7', 'In a week'],
  ['30', 'In 30 days'],
  ['90', 'In 90 days'],
  ['365', 'In a year']
] as const

/** When a key stops to open anything. */
export function ExpiryField(props: { value: string; onChange: (days: string) => void }) {
  return (
    <Select
      label="The key ends"
      value={props.value}
      options={days}
      onChange={(event) => {
        props.onChange(event.target.value)
      }}
    />
  )
}

/** The moment that so many days from now are; null for never. */
export function expiryOf(inDays: string): string | null {
  return inDays === '' ? null : new Date(Date.now() + Number(inDays) * 86_400_000).toISOString()
}
