// @ts-check
// The page where a reader checks that a statement is genuine. Everything is reckoned here: a file that is chosen never leaves
// this computer. All sentences stand in the page, hidden; this shows those that are so.
import { checkRecord } from './record.js'

/** @typedef {import('./record.js').Checked} Checked */

const form = /** @type {HTMLFormElement} */ (document.querySelector('#check'))
const result = /** @type {HTMLElement} */ (document.querySelector('#result'))
const fileField = /** @type {HTMLInputElement} */ (document.querySelector('#file'))
const sumField = /** @type {HTMLInputElement} */ (document.querySelector('#sum'))

/** Shows these sentences and no others. @param {readonly string[]} names */
function say(names) {
	for (const each of /** @type {NodeListOf<HTMLElement>} */ (result.querySelectorAll('[data-say]'))) {
		each.hidden = !names.includes(each.dataset.say ?? '')
	}
	result.hidden = false
}

/** @param {string} name @param {string | number} value */
function put(name, value) {
	for (const each of result.querySelectorAll(`[data-put="${name}"]`)) each.textContent = String(value)
}

/** @param {() => Promise<string | null>} read Gives the file; null: it could not be had. */
async function check(read) {
	say(['working'])
	try {
		const file = await read()
		const checked = file === null ? null : await checkRecord(file)
		if (checked === null) say([file === null ? 'notFound' : 'noRecord'])
		else say([...(await verdict(checked)), ...findings(checked)])
	} catch {
		say(['broken'])
	}
	result.focus()
}

/** A file that is right in itself can be anybody's: it is genuine where this site has published it. @param {Checked} checked */
async function verdict({ told, recordHash, added }) {
	if (told === null) return ['changed']
	const answer = await fetch(`/check/${added?.statementHash ?? recordHash}`, { cache: 'no-store' }).catch(() => null)
	const page = answer?.ok ? (await answer.json()).page : null
	const at = added === null || page === null ? page : await addedAt(`${page}/${added.entry}`, recordHash)
	if (at === null) return [added === null ? 'unpublished' : 'unpublishedAdded']
	document.querySelector('#published')?.setAttribute('href', at)
	return [added === null ? 'genuine' : 'genuineAdded', 'published']
}

/** The page, where what is published there has that hash; else null. @param {string} page @param {string} recordHash */
async function addedAt(page, recordHash) {
	const file = await served(`${page}.json`)
	return file !== null && JSON.parse(file).recordHash === recordHash ? page : null
}

/** @param {Checked} checked @returns {string[]} What else is to be said of it. */
function findings(checked) {
	const { told, textHash, recordHash, added } = checked
	const sums = added ? { addedHash: recordHash, statementHash: added.statementHash } : { textHash, recordHash }
	for (const [name, value] of Object.entries({ ...told, ...sums })) put(name, [value].flat().join(', '))
	for (const { what, count } of checked.findings) put(what, count)
	return [
		...(told ? ['told', ...(told.signed.length > 0 ? ['signed'] : [])] : []),
		...(told && added ? [added.kind] : []),
		...['findings', ...checked.findings.map(({ what, is }) => `${what}-${is}`)],
		...[added ? 'sumsAdded' : 'sums', comparison(checked)],
	]
}

/** @param {Checked} checked */
function comparison({ textHash, recordHash, added }) {
	const sum = sumField.value.replace(/\s/g, '').toLowerCase()
	if (sum === '') return 'notCompared'
	if (added !== null) return sum === recordHash ? 'sameSumAdded' : 'otherSum'
	return sum === recordHash || sum === textHash ? 'sameSum' : 'otherSum'
}

function checkChosen() {
	const [file] = fileField.files ?? []
	if (file !== undefined) void check(() => file.text())
	return file !== undefined
}

// What is kept of the file from before is not what is served now.
/** @param {string} path */
async function served(path) {
	const answer = await fetch(path, { cache: 'no-store' }).catch(() => null)
	return answer?.ok ? answer.text() : null
}

fileField.addEventListener('change', checkChosen)
form.addEventListener('submit', (event) => {
	if (checkChosen()) event.preventDefault()
})

// The whole page takes a file that is dropped on it: whoever misses the field by a little would else leave the page.
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
	event.preventDefault()
	const files = event.dataTransfer?.files
	if (!files || files.length === 0) return
	fileField.files = files
	checkChosen()
})

// Chosen here and never sent, so that it has no name to be sent under.
fileField.removeAttribute('name')
document.querySelector('#from-file')?.removeAttribute('hidden')
document.querySelector('#without-script')?.setAttribute('hidden', '')
const { file } = result.dataset
if (file !== undefined) void check(() => served(file))
