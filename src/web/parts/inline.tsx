/** A line of text in which what stands between backticks is code. */
export function Inline(props: { text: string }) {
  return props.text
    .split('`')
    .map((piece, index, all) =>
      index % 2 === 1 && index < all.length - 1 ? (
        <code key={index}>{piece}</code>
      ) : index % 2 === 1 ? (
        `\`${piece}`
      ) : (
        piece
      )
    )
}
