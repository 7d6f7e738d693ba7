export async function hints(_args: readonly string[]): Promise<void> {}
