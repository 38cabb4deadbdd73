import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * What starts workerd so that it ends when this process is killed: `workerd.sh`, to which these variables tell where the
 * program is. On Windows the program itself.
 */
export function guardedWorkerd(): { readonly file: string; readonly variables: Record<string, string> } {
	const fromMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'))
	const { default: program }: { default: string } = fromMiniflare('workerd')
	if (process.platform === 'win32') return { file: program, variables: {} }
	return { file: fileURLToPath(new URL('./workerd.sh', import.meta.url)), variables: { WORKERD: program } }
}
