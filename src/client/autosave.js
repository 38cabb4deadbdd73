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

/** @param {string} key @returns {{ text: string, at: number } | null} */
function kept(key) {
	try {
		const entry = JSON.parse(localStorage.getItem(key) ?? 'null')
		return entry && Date.now() - entry.at < KEPT_MS ? entry : null
	} catch {
		return null
	}
}

/** @param {string} key @param {string} text */
function keep(key, text) {
	try {
		localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }))
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
}

/** @param {HTMLTextAreaElement} field */
function watch(field) {
	const key = PREFIX + field.dataset.autosave
	const status = document.createElement('p')
	status.className = 'hint'
	status.setAttribute('role', 'status')
	field.after(status)

	const entry = kept(key)
	if (entry && entry.text !== field.value && entry.text.trim() !== '') offer(field, status, entry.text, key)
	else if (!refused) forget(key)

	let timer = 0
	field.addEventListener('input', () => {
		clearTimeout(timer)
		timer = window.setTimeout(() => {
			if (field.value === field.defaultValue && !refused) forget(key)
			else if (keep(key, field.value)) status.textContent = words.kept ?? ''
		}, PAUSE_MS)
	})
}

/** @param {HTMLTextAreaElement} field @param {HTMLElement} status @param {string} text @param {string} key */
function offer(field, status, text, key) {
	const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
		const made = document.createElement('button')
		made.type = 'button'
		made.className = 'button secondary'
		made.textContent = label
		made.addEventListener('click', act)
		return made
	}
	const restore = button(words.restore ?? '', () => {
		field.value = text
		status.textContent = words.restored ?? ''
		field.focus()
	})
	const drop = button(words.drop ?? '', () => {
		forget(key)
		status.textContent = ''
		field.focus()
	})
	status.replaceChildren(words.found ?? '', ' ', restore, ' ', drop)
}

/** What was sent from which page, until the next page tells whether it was taken. */
const SENT = 'samsvar-sent'
/** @type {string[]} */
let sentBefore = []

// A form that was taken leads on by a redirect from where it stood. One that was refused, must be confirmed or met a lost
// session does not: what was typed into it is kept, until what it became is sent from the page on show.
function forgetTaken() {
	const { from, keys = [] } = JSON.parse(sessionStorage.getItem(SENT) ?? '{}')
	sessionStorage.removeItem(SENT)
	if (document.referrer !== from) return
	const [arrival] = performance.getEntriesByType('navigation')
	const redirected = arrival instanceof PerformanceNavigationTiming && arrival.redirectCount > 0
	if (redirected) for (const key of keys) forget(key)
	else sentBefore = keys
}

/** @param {HTMLFormElement} form */
function noteSent(form) {
	const fields = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('textarea[data-autosave]'))
	const keys = [...sentBefore, ...[...fields].map((field) => PREFIX + field.dataset.autosave)]
	sessionStorage.setItem(SENT, JSON.stringify({ from: location.href.split('#')[0], keys }))
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
const who = /** @type {HTMLElement | null} */ (document.querySelector('form[data-sign-out]'))?.dataset.signOut
const isOffered = document.querySelector('[data-editor]') !== null || location.pathname.endsWith('/comments/new')
if (text !== undefined && !isOffered && kept(`${PREFIX}editor-${text}-${who}`)) void import('./unsaved.js')

function storedKeys() {
	try {
		return Object.keys(localStorage)
	} catch {
		return []
	}
}

// On a shared computer, what was typed goes with the person who typed it.
document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
	for (const key of storedKeys()) if (key.startsWith(PREFIX)) forget(key)
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
