// @ts-check
// Checks the file of a published statement from its bytes alone, as docs/RECORD.md tells: no server is asked whether it is right.

/**
 * What came of one thing that was checked; `count`: how many there are of it.
 *
 * @typedef {{ what: 'text' | 'record' | 'added' | 'binds' | 'parts' | 'withheld', is: 'right' | 'wrong' | 'unknown', count: number }} Finding
 */

/**
 * What the file says it is, read only when every sum was right.
 *
 * @typedef {{ coalition: string, title: string, label: string, publishedOn: string, signed: string[] }} Told
 */

/**
 * What was added to a published statement: where it is under that, and the hash that the statement is published under.
 *
 * @typedef {{ kind: 'correction' | 'withdrawal', entry: string, statementHash: string }} Added
 */

/** @typedef {{ textHash: string, recordHash: string, findings: Finding[], told: Told | null, added: Added | null }} Checked */

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
 * Checks a file. Null where it is none of a published statement, nor of a correction or withdrawal of one.
 *
 * @param {string} file
 * @returns {Promise<Checked | null>}
 */
export async function checkRecord(file) {
	const read = parsed(file)
	if (read === null) return null
	if ('added' in read) return checkAdded(read)
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
	return { textHash, recordHash, findings, told: right ? toldBy(record, text, revealed ?? {}) : null, added: null }
}

/** @param {ReadAdded} read @returns {Promise<Checked>} */
async function checkAdded({ recordHash, record, revealed, redacted, added, statement }) {
	const { blocks, statement: _statement, ...others } = record
	const findings = [
		finding('added', (await sha256(canonical(record))) === recordHash),
		...(await leavesOf({ blocks, leaves: stringsIn(others).filter(isHash), revealed, redacted, withheld: true })),
	]
	const right = findings.every(({ is }) => is !== 'wrong')
	const told = { ...toldBy(record, null, revealed), label: String(statement.label), title: String(statement.label) }
	return { textHash: String(statement.textHash), recordHash, findings, told: right ? told : null, added }
}

/**
 * @typedef {{
 *   textHash: string, recordHash: string, record: Record<string, unknown>, text: Record<string, unknown> | null,
 *   revealed: Record<string, unknown> | null, redacted: unknown[] }} Read
 */

/**
 * @typedef {{
 *   recordHash: string, record: Record<string, unknown>, revealed: Record<string, unknown>, redacted: unknown[], added: Added,
 *   statement: Record<string, unknown> }} ReadAdded
 */

/** @param {string} file @returns {Read | ReadAdded | null} */
function parsed(file) {
	/** @type {unknown} */
	let read
	try {
		read = JSON.parse(file)
	} catch {
		return null
	}
	if (!isObject(read)) return null
	if (isObject(read.record) && read.record.format === 'samsvar-addendum/1') return parsedAdded(read, read.record)
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

/** @param {Record<string, unknown>} read @param {Record<string, unknown>} record @returns {ReadAdded | null} */
function parsedAdded({ recordHash, revealed, redacted = [], record: _record, ...others }, record) {
	const { statement, kind, ordinal } = record
	if (Object.keys(others).length > 0) return null
	if (!isHash(recordHash) || !isObject(revealed) || !Array.isArray(redacted) || !isObject(statement)) return null
	const { recordHash: statementHash } = statement
	if (!isHash(statementHash) || (kind !== 'correction' && kind !== 'withdrawal')) return null
	// As the site names it, and nothing that a file could lead elsewhere by.
	const entry = kind === 'withdrawal' ? 'aterkallelse' : `rattelse-${Number(ordinal)}`
	return { recordHash, record, revealed, redacted, statement, added: { kind, entry, statementHash } }
}

/**
 * That each part is what its leaf says, that nothing stands there besides, and that what is missing is what is said to be.
 *
 * @param {{ text: Record<string, unknown>, record: Record<string, unknown>, revealed: Record<string, unknown>, redacted: unknown[] }} file
 * @returns {Promise<Finding[]>}
 */
function partsOf({ text, record, revealed, redacted }) {
	const { textHash, decision, ...others } = record
	const { votedTextHash, ...decided } = isObject(decision) ? decision : {}
	// Those two are of a text. Every other hash in the record stands for words.
	const leaves = [text.title, ...stringsIn(others).filter(isHash), ...stringsIn(decided).filter(isHash)]
	return leavesOf({ blocks: text.blocks, leaves, revealed, redacted, withheld: false })
}

/**
 * The same of blocks and other leaves, wherever they stand. `withheld`: the others can be withheld, too, and are then named by what they
 * are.
 *
 * @param {{ blocks: unknown, leaves: unknown[], revealed: Record<string, unknown>, redacted: unknown[], withheld: boolean }} parts
 * @returns {Promise<Finding[]>}
 */
async function leavesOf({ blocks: given, leaves, revealed, redacted, withheld }) {
	const blocks = Array.isArray(given) ? given : []
	const shown = (/** @type {unknown} */ leaf) => Object.hasOwn(revealed, String(leaf))
	let right = blocks.every(isHash) && leaves.every((leaf) => isHash(leaf) && (withheld || shown(leaf)))
	const used = new Set([...leaves, ...blocks])
	for (const [leaf, part] of Object.entries(revealed)) {
		right &&= used.has(leaf) && isObject(part) && (await isLeafOf(leaf, part))
	}
	const texts = withheld ? [...new Set(leaves)].filter((leaf) => !shown(leaf)) : []
	const missing = [...blocks.flatMap((leaf, place) => (shown(leaf) ? [] : [place])), ...texts]
	const said = redacted.map((each) => (isObject(each) ? (each.block ?? each.text) : null))
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
