/** What the operating system or the engine calls an error, such as `ENOENT`; empty where it has no such name. */
export const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
