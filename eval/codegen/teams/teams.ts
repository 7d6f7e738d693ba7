export async function teams(_args: readonly string[]): Promise<void> {}
