/** One of a few, side by side. */
export function Segments<T extends string>(props: {
  name: string
  value: T
  options: readonly (readonly [value: T, name: string])[]
  onChange: (value: T) => void
}) {
  return (
    <div className="segments" role="group" aria-label={props.name}>
      {props.options.map(([value, name]) => (
        <button
          key={value}
          type="button"
          aria-pressed={props.value === value}
          onClick={() => {
            props.onChange(value)
          }}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
