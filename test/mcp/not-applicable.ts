export const notApplicable: Readonly<
  Record<'2025-11-25' | '2026-07-28', Readonly<Record<string, string>>>
> = {
  '2025-11-25': {},
  '2026-07-28': {}
}
