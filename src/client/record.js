// @ts-check
// Checks the file of a published statement from its bytes alone, as docs/RECORD.md tells: no server is asked whether it is right.

/**
 * What came of one thing that was checked; `count`: how many there are of it.
 *
 * @typedef {{ what: 'text' | 'record' | 'binds' | 'parts' | 'withheld', is: 'right' | 'wrong' | 'unknown', count: number }} Finding
 */

/**
 * What the file says it is, read only when every sum was right.
 *
 * @typedef {{ coalition: string, title: string, label: string, publishedOn: string, signed: string[] }} Told
 */

/** @typedef {{ textHash: string, recordHash: string, findings: Finding[], told: Told | null }} Checked */

const HASH = /^[0-9a-f]{64}$/
const SALT = /^[0-9a-f]{32}$/
const LEAF = 'samsvar-leaf/3\n'

/** Compact, with keys in order: what RFC 8785 asks for of what these files are made of. @param {unknown} value @returns {string} */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
	if (!isObject(value)) return JSON.stringify(value)
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
	return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** @param {string} text @returns {Promise<string>} In lower-case hex. */
async function sha256(text) {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {unknown} value @returns {value is string} */
const isHash = (value) => typeof value === 'string' && HASH.test(value)

/** @param {Finding['what']} what @param {boolean | null} right @param {number} [count] @returns {Finding} */
const finding = (what, right, count = 1) => ({
	what,
	is: right === null ? 'unknown' : right ? 'right' : 'wrong',
	count,
})

/**
 * Checks a file. Null where it is none of a published statement.
 *
 * @param {string} file
 * @returns {Promise<Checked | null>}
 */
export async function checkRecord(file) {
	const read = parsed(file)
	if (read === null) return null
	const { textHash, recordHash, record, text, revealed, redacted } = read
	const sealed = revealed !== null
	// Of a text without leaves there is nothing left to hash once a part of it is withheld.
	const textRight = text === null ? null : (await sha256(canonical(text))) === textHash
	const findings = [
		finding('text', textRight),
		finding('record', (await sha256(canonical(record))) === recordHash),
		finding('binds', record.textHash === textHash),
	]
	if (sealed) findings.push(...(await partsOf({ text: text ?? {}, record, revealed, redacted })))
	else if (redacted.length > 0) findings.push(finding('withheld', null, redacted.length))
	const right = findings.every(({ is }) => is !== 'wrong')
	return { textHash, recordHash, findings, told: right ? toldBy(record, text, revealed ?? {}) : null }
}

/**
 * @typedef {{
 *   textHash: string, recordHash: string, record: Record<string, unknown>, text: Record<string, unknown> | null,
 *   revealed: Record<string, unknown> | null, redacted: unknown[] }} Read
 */

/** @param {string} file @returns {Read | null} */
function parsed(file) {
	/** @type {unknown} */
	let read
	try {
		read = JSON.parse(file)
	} catch {
		return null
	}
	if (!isObject(read)) return null
	const { textHash, recordHash, record, text, revealed, redacted = [], ...others } = read
	// What no sum is of could say anything.
	if (Object.keys(others).length > 0) return null
	if (!isHash(textHash) || !isHash(recordHash) || !isObject(record) || !Array.isArray(redacted)) return null
	if (!isObject(text) && text !== null) return null
	const sealed = record.format === 'samsvar-record/3'
	const earlier = record.format === 'samsvar-record/1' || record.format === 'samsvar-record/2'
	if (!sealed && !earlier) return null
	// A text with leaves is whole whatever is withheld, and one without has none that could be withheld unseen.
	if (sealed && (text === null || text.format !== 'samsvar-text/3' || !isObject(revealed))) return null
	if (earlier && (revealed !== undefined || (text === null) !== redacted.length > 0)) return null
	return { textHash, recordHash, record, text, revealed: isObject(revealed) ? revealed : null, redacted }
}

/**
 * That each part is what its leaf says, that nothing stands there besides, and that what is missing is what is said to be.
 *
 * @param {{ text: Record<string, unknown>, record: Record<string, unknown>, revealed: Record<string, unknown>, redacted: unknown[] }} file
 * @returns {Promise<Finding[]>}
 */
async function partsOf({ text, record, revealed, redacted }) {
	const blocks = Array.isArray(text.blocks) ? text.blocks : []
	const { textHash, decision, ...others } = record
	const { votedTextHash, ...decided } = isObject(decision) ? decision : {}
	// Those two are of a text. Every other hash in the record stands for words.
	const leaves = [text.title, ...stringsIn(others).filter(isHash), ...stringsIn(decided).filter(isHash)]
	let right = blocks.every(isHash) && leaves.every((leaf) => isHash(leaf) && Object.hasOwn(revealed, leaf))
	const used = new Set([...leaves, ...blocks])
	for (const [leaf, part] of Object.entries(revealed)) {
		right &&= used.has(leaf) && isObject(part) && (await isLeafOf(leaf, part))
	}
	const missing = blocks.flatMap((leaf, place) => (Object.hasOwn(revealed, leaf) ? [] : [place]))
	const said = redacted.map((each) => (isObject(each) ? each.block : null))
	const parts = finding('parts', right, Object.keys(revealed).length)
	if (missing.length === 0 && said.length === 0) return [parts]
	return [parts, finding('withheld', canonical(missing) === canonical(said), missing.length)]
}

/** @param {string} leaf @param {Record<string, unknown>} part */
async function isLeafOf(leaf, { salt, value, ...others }) {
	const whole = typeof salt === 'string' && SALT.test(salt) && Object.keys(others).length === 0
	return whole && (await sha256(LEAF + canonical({ salt, value }))) === leaf
}

/** @param {unknown} value @returns {string[]} */
function stringsIn(value) {
	if (typeof value === 'string') return [value]
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/**
 * @param {Record<string, unknown>} record @param {Record<string, unknown> | null} text
 * @param {Record<string, unknown>} revealed
 * @returns {Told}
 */
function toldBy(record, text, revealed) {
	/** @param {unknown} value */
	const words = (value) => {
		const part = typeof value === 'string' && Object.hasOwn(revealed, value) ? revealed[value] : null
		return String((isObject(part) ? part.value : value) ?? '')
	}
	const associations = Array.isArray(record.associations) ? record.associations.filter(isObject) : []
	const signed = associations.filter(({ signoff }) => signoff === 'signed').map(({ name }) => words(name))
	const [coalition = '', label = '', publishedOn = ''] = [record.coalition, record.label, record.publishedOn].map(words)
	return { coalition, title: words(text?.title), label, publishedOn, signed }
}
