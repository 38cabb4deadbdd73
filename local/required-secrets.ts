import { readEnvironment } from '#env'

/** What the settings table of docs/DEPLOY.md gives with the first deploy, in the open. */
const IN_THE_OPEN = { ORIGIN: 'https://samsvar.example.org', LIBSQL_URL: 'https://libsql.example.org' }

/** The secrets without which the Worker does not start, as the Worker itself says. */
function neededSecrets(): string[] {
	try {
		readEnvironment(IN_THE_OPEN)
		return []
	} catch (error) {
		const said = error instanceof Error ? error.message.replace('settings: ', '') : ''
		return said.split('; ').flatMap((part) => /^[A-Z_]+(?=:)/.exec(part)?.[0] ?? [])
	}
}

/** Those of them that a wrangler.toml does not name, so that wrangler would deploy a Worker that does not start. */
export function unnamedSecrets(wranglerToml: string): string[] {
	const section = /^\[secrets\]\n([^[]*)required = \[([^\]]*)\]/m.exec(wranglerToml)?.[2] ?? ''
	const named = [...section.matchAll(/"([^"]+)"/g)].map(([, name]) => name)
	return neededSecrets().filter((name) => !named.includes(name))
}
