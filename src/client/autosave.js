// @ts-check
// Keeps what is being typed in this browser until it has been sent and saved, and offers it back if it was not: after a
// lost session, a closed tab or a dead battery. Nothing is put back by itself: somebody may have written there since.

const PREFIX = 'samsvar:'
/** What was never sent is dropped after a month. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
const PAUSE_MS = 400

const words = /** @type {HTMLElement | null} */ (document.querySelector('[data-autosave-words]'))?.dataset ?? {}

/** What stands in the fields of a refused form has not been saved. */
const refused = document.querySelector('#error-summary') !== null

const who = /** @type {HTMLElement | null} */ (document.querySelector('form[data-sign-out]'))?.dataset.signOut

/**
 * Where the text of a field is kept: for each person apart, since a session may end by itself where several use the same computer.
 * @param {HTMLElement} field
 */
const keyOf = (field) => `${PREFIX}${field.dataset.autosave}-${who}`

/**
 * What is kept under a name. `earlier`: what was offered before and nobody has answered, the last first.
 * @typedef {{ text: string, at: number }} Entry
 * @param {string} key @returns {Entry[]}
 */
function kept(key) {
	try {
		/** @type {(Entry & { earlier?: Entry[] }) | null} */
		const entry = JSON.parse(localStorage.getItem(key) ?? 'null')
		return entry ? [entry, ...(entry.earlier ?? [])].filter(({ at }) => Date.now() - at < KEPT_MS) : []
	} catch {
		return []
	}
}

/** @param {string} key @param {Entry[]} entries */
function store(key, [entry, ...earlier]) {
	if (!entry) return forget(key)
	try {
		localStorage.setItem(key, JSON.stringify({ ...entry, earlier }))
		return true
	} catch {
		return false
	}
}

/** @param {string} key */
function forget(key) {
	try {
		localStorage.removeItem(key)
	} catch {
		// Nothing can be kept here, so there is nothing to forget.
	}
	return false
}

/**
 * For each field, before it is sent: what was typed into it is the last that is kept. False: nothing was.
 * @type {Map<HTMLElement, () => boolean>}
 */
const sending = new Map()

/** @param {HTMLTextAreaElement} field */
function watch(field) {
	const key = keyOf(field)
	const status = document.createElement('p')
	status.className = 'hint'
	status.setAttribute('role', 'status')
	// Its line is there from the start: the button below does not move away from whoever is about to press it.
	status.style.minBlockSize = '1lh'
	field.after(status)

	/** What was kept before and nobody has answered: it stays beside what is typed now. */
	let earlier = kept(key).filter(({ text }) => text !== field.value && text.trim() !== '')
	const isTyped = () => field.value !== field.defaultValue || refused
	const keepAll = () => store(key, [...(isTyped() ? [{ text: field.value, at: Date.now() }] : []), ...earlier])
	const offerNext = () => {
		const [next] = earlier
		if (next) offer(status, { restore: () => restore(next), drop: () => drop(next) })
		else status.textContent = ''
	}
	const drop = (/** @type {Entry} */ entry) => {
		earlier = earlier.filter((each) => each !== entry)
		keepAll()
		offerNext()
		field.focus()
	}
	// What was typed meanwhile can be had back in its place.
	const restore = (/** @type {Entry} */ entry) => {
		const typed = isTyped() && field.value.trim() !== '' ? [{ text: field.value, at: Date.now() }] : []
		earlier = [...typed, ...earlier.filter((each) => each !== entry)]
		field.value = entry.text
		keepAll()
		offerNext()
		status.prepend(words.restored ?? '', ' ')
		field.focus()
	}

	sending.set(field, () => isTyped() && keepAll())
	if (earlier.length > 0) offerNext()
	else if (!refused) forget(key)

	let timer = 0
	field.addEventListener('input', () => {
		clearTimeout(timer)
		timer = window.setTimeout(() => {
			if (keepAll() && earlier.length === 0) status.textContent = words.kept ?? ''
		}, PAUSE_MS)
	})
}

/** @param {HTMLElement} status @param {{ restore: () => void, drop: () => void }} acts */
function offer(status, { restore, drop }) {
	const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
		const made = document.createElement('button')
		made.type = 'button'
		made.className = 'button secondary'
		made.textContent = label
		made.addEventListener('click', act)
		return made
	}
	status.replaceChildren(
		words.found ?? '',
		' ',
		button(words.restore ?? '', restore),
		' ',
		button(words.drop ?? '', drop),
	)
}

/** What was sent from which page, until the next page tells whether it was taken. */
const SENT = 'samsvar-sent'
/** @type {string[]} */
let sentBefore = []

// A form that was taken leads on by a redirect from where it stood. One that was refused, must be confirmed or met a lost
// session does not: what was typed into it is kept, until what it became is sent from the page on show.
function forgetTaken() {
	const { from, keys = [], page } = JSON.parse(sessionStorage.getItem(SENT) ?? '{}')
	sessionStorage.removeItem(SENT)
	if (document.referrer !== from) return
	const [arrival] = performance.getEntriesByType('navigation')
	const redirected = arrival instanceof PerformanceNavigationTiming && arrival.redirectCount > 0
	// What was offered there and not answered was not sent.
	if (redirected) {
		for (const key of keys) store(key, kept(key).slice(1))
		if (page) forgetPage(page)
	} else sentBefore = keys
}

/**
 * What a page of the editor kept and has been sent since; what other pages kept there stays.
 * @param {{ key: string, name: string }} sent
 */
function forgetPage({ key, name }) {
	/** @type {{ page: string }[]} */
	const left = JSON.parse(localStorage.getItem(key) ?? '[]').filter(
		(/** @type {{ page: string }} */ { page }) => page !== name,
	)
	if (left.length === 0) forget(key)
	else localStorage.setItem(key, JSON.stringify(left))
}

/** @param {HTMLFormElement} form */
function noteSent(form) {
	const fields = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('textarea[data-autosave]'))
	// What was refused before and is sent now is one text: behind it stands what nobody has answered.
	const keys = new Set([...sentBefore, ...[...fields].filter((field) => sending.get(field)?.()).map(keyOf)])
	const field = /** @type {HTMLInputElement | null} */ (form.querySelector('[data-kept]'))
	const page = field && { key: `${PREFIX}${field.dataset.kept}-${who}`, name: field.value }
	sessionStorage.setItem(SENT, JSON.stringify({ from: location.href.split('#')[0], keys: [...keys], page }))
}

try {
	forgetTaken()
} catch {
	// Nothing is kept here.
}

for (const field of document.querySelectorAll('textarea[data-autosave]')) {
	watch(/** @type {HTMLTextAreaElement} */ (field))
}

// What was written in a text and never came in is offered on its pages, where the editor is not there to do so.
const [, text] = /^\/[^/]+\/statements\/([^/]+)/.exec(location.pathname) ?? []
const isOffered = document.querySelector('[data-editor]') !== null || location.pathname.endsWith('/comments/new')
if (text !== undefined && !isOffered && storedKeys().includes(`${PREFIX}editor-${text}-${who}`))
	void import('./unsaved.js')

function storedKeys() {
	try {
		return Object.keys(localStorage)
	} catch {
		return []
	}
}

/** Whether nothing that is kept there is of the last month. @param {string} key */
function isOld(key) {
	try {
		const stored = JSON.parse(localStorage.getItem(key) ?? '{}')
		/** One, a list, or some by their names. @type {Partial<Entry>[]} */
		const entries = 'at' in stored ? [stored] : Object.values(stored)
		return entries.every(({ at = 0 }) => Date.now() - at >= KEPT_MS)
	} catch {
		return true
	}
}

const ofSamsvar = () => storedKeys().filter((key) => key.startsWith(PREFIX))
for (const key of ofSamsvar()) if (isOld(key)) forget(key)

// On a shared computer, what was typed goes with the person who typed it; what others have not sent is still theirs.
document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
	for (const key of ofSamsvar()) if (key.endsWith(`-${who}`)) forget(key)
})

// A second press while the first is under way would only be told that it is done already.
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[method="post"]'))) {
	form.addEventListener('submit', (event) => {
		if (form.hasAttribute('data-sent')) event.preventDefault()
		form.setAttribute('data-sent', '')
		try {
			noteSent(form)
		} catch {
			// Nothing is kept here.
		}
	})
}
window.addEventListener('pageshow', () => {
	for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent')
})
