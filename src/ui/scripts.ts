import autosave from '#client/autosave.js'
import check from '#client/check.js'
import record from '#client/record.js'
import { href, routes } from '#routes'

/** Scripts that pages load, by the name in their URL. */
const scripts: Readonly<Record<string, string>> = {
	'autosave.js': autosave,
	'check.js': check,
	'record.js': record,
}

/** A script by the `file` of its URL; undefined when there is none. */
export function scriptNamed(file: string): string | undefined {
	return Object.hasOwn(scripts, file) ? scripts[file] : undefined
}

/** What every page for somebody signed in loads. */
export const MEMBER_SCRIPTS: readonly string[] = [href(routes.script, { file: 'autosave.js' })]

/** What the page loads where a reader checks a statement. It loads the other itself. */
export const CHECK_SCRIPT: readonly string[] = [href(routes.script, { file: 'check.js' })]

/** What the page loads where a text is written as in a word processor. */
export const EDITOR_SCRIPT: readonly string[] = [href(routes.script, { file: 'editor.js' })]

/** What the page of a draft loads for those who may not write in it. */
export const FOLLOW_SCRIPT: readonly string[] = [href(routes.script, { file: 'follow.js' })]
