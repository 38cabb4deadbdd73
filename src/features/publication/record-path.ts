/** The pages and files of a published statement, `/SLUG/YEAR/NUMBER` and what stands under it, and of what was added to it. */
const OF_STATEMENT =
	/^(?:\/en)?(\/[a-z0-9-]+\/[0-9]{4}\/[1-9][0-9]{0,8})(?:(\/(?:rattelse-[1-9][0-9]{0,8}|aterkallelse))(?:\.json|\.md)?|\.json|\.md|\/associations|\/p\/[0-9]+[a-z]*)?\/?$/

/**
 * Where the file of a statement is, or of a correction or withdrawal of one (`added`), by the address that a reader gives: of its page in
 * either language, or of a file. Null where that is elsewhere than under `origin`, or of nothing published.
 */
export function recordPath(address: string, origin: string): { readonly file: string; readonly added: boolean } | null {
	if (address === '') return null
	// Copied without its scheme, as some browsers show it.
	const url = URL.parse(
		/^[a-z0-9.-]+(:[0-9]+)?\//i.test(address) ? `${new URL(origin).protocol}//${address}` : address,
		origin,
	)
	if (url === null || url.origin !== origin) return null
	const [, statement, entry = ''] = OF_STATEMENT.exec(url.pathname.toLowerCase()) ?? []
	return statement === undefined ? null : { file: `${statement}${entry}.json`, added: entry !== '' }
}
