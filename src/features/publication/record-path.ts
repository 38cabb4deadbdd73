/** The pages and files of a published statement: `/SLUG/YEAR/NUMBER`, and what stands under it. */
const OF_STATEMENT =
	/^(?:\/en)?(\/[a-z0-9-]+\/[0-9]{4}\/[1-9][0-9]{0,8})(?:\.json|\.md|\/associations|\/p\/[0-9]+[a-z]*)?\/?$/

/**
 * Where the file of a statement is, by the address that a reader gives: of its page in either language, or of a file.
 * Null where that is elsewhere than under `origin`, or of nothing published.
 */
export function recordPath(address: string, origin: string): string | null {
	if (address === '') return null
	// Copied without its scheme, as some browsers show it.
	const url = URL.parse(
		/^[a-z0-9.-]+(:[0-9]+)?\//i.test(address) ? `${new URL(origin).protocol}//${address}` : address,
		origin,
	)
	if (url === null || url.origin !== origin) return null
	const [, statement] = OF_STATEMENT.exec(url.pathname.toLowerCase()) ?? []
	return statement === undefined ? null : `${statement}.json`
}
